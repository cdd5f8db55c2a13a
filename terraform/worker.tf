# Gathers the facts, writes the answer and posts it.

module "worker" {
  source = "./modules/function"

  name             = "costbot-worker${var.name_suffix}"
  description      = "Answers a question about the bill and posts the answer"
  handler          = "dev.costbot.app.WorkerHandler"
  package          = "${local.packages}/costbot-worker.zip"
  memory_megabytes = 1769
  timeout_seconds  = 300

  environment = {
    COSTBOT_CACHE_TABLE         = aws_dynamodb_table.cache.name
    COSTBOT_CONFIG              = var.configuration
    COSTBOT_CONVERSATIONS_TABLE = aws_dynamodb_table.conversations.name
    COSTBOT_DELIVERIES_TABLE    = aws_dynamodb_table.deliveries.name
    COSTBOT_MODEL               = var.model
    COSTBOT_MODEL_NAME          = var.model_name
    COSTBOT_MODEL_URL           = var.model_url
    COSTBOT_PARAMETER_PREFIX    = local.parameter_prefix
  }

  policies = merge(
    {
      worker = templatefile("${path.module}/policies/worker.json", {
        apology_alias_arn = module.apology.alias_arn
        cache_arn         = aws_dynamodb_table.cache.arn
        conversations_arn = aws_dynamodb_table.conversations.arn
        deliveries_arn    = aws_dynamodb_table.deliveries.arn
        parameters_arn    = local.parameters_arn
      })
    },
    local.bedrock_policies,
  )

  log_retention_days = var.log_retention_days
}

# On the alias, because the front invokes the alias: settings of the function itself would not count.
resource "aws_lambda_function_event_invoke_config" "worker" {
  function_name                = module.worker.function_name
  qualifier                    = module.worker.alias_name
  maximum_retry_attempts       = 1
  maximum_event_age_in_seconds = 1800 # the life of a Slack response_url

  destination_config {
    on_failure {
      destination = module.apology.alias_arn
    }
  }
}
