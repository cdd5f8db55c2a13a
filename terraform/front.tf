# Verifies a request from Slack, answers within its 3 seconds and hands the question to the worker.

module "front" {
  source = "./modules/function"

  name        = "costbot-front${var.name_suffix}"
  description = "Verifies requests from Slack and hands them to the worker"
  handler     = "dev.costbot.app.front.SlackFrontHandler"
  package     = "${local.packages}/costbot-front.zip"

  # A whole CPU: with less, a cold start alone takes most of Slack's 3 seconds.
  # (No SnapStart: the front signs its calls with the keys in the environment, and SnapStart hands out keys another way.)
  memory_megabytes = 1769
  timeout_seconds  = 10

  environment = {
    COSTBOT_CONFIG           = var.configuration
    COSTBOT_PARAMETER_PREFIX = local.parameter_prefix
    COSTBOT_WORKER_FUNCTION  = module.worker.alias_arn
  }

  policies = {
    front = templatefile("${path.module}/policies/front.json", {
      parameters_arn   = local.parameters_arn
      worker_alias_arn = module.worker.alias_arn
    })
  }

  log_retention_days = var.log_retention_days
}
