provider "aws" {
  region = var.region

  default_tags {
    tags = merge(var.tags, {
      Application = local.name
      ManagedBy   = "terraform"
    })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  name      = "costbot${var.name_suffix}"
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.region
  account   = data.aws_caller_identity.current.account_id

  packages = coalesce(var.packages, "${path.module}/../target")

  # The functions read the secrets below this prefix when they run. Terraform knows their names only.
  parameter_prefix = "/${local.name}"
  parameters_arn   = "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${local.parameter_prefix}"
}
