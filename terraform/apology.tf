# Tells the person when the worker failed for good and nothing was posted.

module "apology" {
  source = "./modules/function"

  name             = "costbot-apology${var.name_suffix}"
  description      = "Apologises for a question that the worker could not answer"
  handler          = "dev.costbot.app.FailureHandler"
  package          = "${local.packages}/costbot-worker.zip"
  memory_megabytes = 1769
  timeout_seconds  = 120

  environment = {
    COSTBOT_CONFIG              = var.configuration
    COSTBOT_CONVERSATIONS_TABLE = aws_dynamodb_table.conversations.name
    COSTBOT_DELIVERIES_TABLE    = aws_dynamodb_table.deliveries.name
    COSTBOT_PARAMETER_PREFIX    = local.parameter_prefix
  }

  policies = {
    apology = templatefile("${path.module}/policies/apology.json", {
      conversations_arn = aws_dynamodb_table.conversations.arn
      deliveries_arn    = aws_dynamodb_table.deliveries.arn
      parameters_arn    = local.parameters_arn
    })
  }

  log_retention_days = var.log_retention_days
}

resource "aws_lambda_function_event_invoke_config" "apology" {
  function_name                = module.apology.function_name
  qualifier                    = module.apology.alias_name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 1800
}
