# What the worker may invoke when Bedrock writes the answers. An inference profile (an id that starts with a geography)
# routes to several regions, so the model is allowed in all of them, though only through that profile.

locals {
  bedrock_geography = "/^(us|us-gov|eu|apac|jp|au|ca|global)\\./"
  bedrock_model     = replace(var.model_name, local.bedrock_geography, "")
  bedrock_profile   = local.bedrock_model != var.model_name

  bedrock_policies = var.model != "bedrock" ? {} : local.bedrock_profile ? {
    worker-bedrock-profile = templatefile("${path.module}/policies/worker-bedrock-profile.json", {
      model       = local.bedrock_model
      partition   = local.partition
      profile_arn = "arn:${local.partition}:bedrock:${local.region}:${local.account}:inference-profile/${var.model_name}"
    })
    } : {
    worker-bedrock-model = templatefile("${path.module}/policies/worker-bedrock-model.json", {
      model_arn = "arn:${local.partition}:bedrock:${local.region}::foundation-model/${local.bedrock_model}"
    })
  }
}
