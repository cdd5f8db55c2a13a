# The HTTP API that Slack calls. Every route leads to the front's alias.

locals {
  routes = {
    commands     = { method = "POST", path = "/slack/commands" }
    events       = { method = "POST", path = "/slack/events" }
    health       = { method = "GET", path = "/health" }
    interactions = { method = "POST", path = "/slack/interactions" }
  }
}

resource "aws_apigatewayv2_api" "slack" {
  name          = local.name
  description   = "Slack's way to costbot"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "front" {
  api_id                 = aws_apigatewayv2_api.slack.id
  integration_type       = "AWS_PROXY"
  integration_method     = "POST"
  integration_uri        = module.front.alias_invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 10000
}

resource "aws_apigatewayv2_route" "front" {
  for_each = local.routes

  api_id    = aws_apigatewayv2_api.slack.id
  route_key = "${each.value.method} ${each.value.path}"
  target    = "integrations/${aws_apigatewayv2_integration.front.id}"
}

resource "aws_lambda_permission" "front" {
  for_each = local.routes

  statement_id  = "http-api-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = module.front.function_name
  qualifier     = module.front.alias_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.slack.execution_arn}/*/${each.value.method}${each.value.path}"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.slack.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = var.requests_per_second
    throttling_burst_limit = var.request_burst
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn

    # Neither headers nor bodies: they hold signatures, questions and response URLs.
    format = jsonencode({
      requestId          = "$context.requestId"
      requestTime        = "$context.requestTime"
      sourceIp           = "$context.identity.sourceIp"
      route              = "$context.routeKey"
      status             = "$context.status"
      responseLatency    = "$context.responseLatency"
      integrationLatency = "$context.integrationLatency"
      integrationStatus  = "$context.integrationStatus"
      integrationError   = "$context.integrationErrorMessage"
      error              = "$context.error.message"
    })
  }
}

# The prefix keeps the log group out of the account's resource policy for log delivery, which is limited in size.
resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/vendedlogs/costbot-api${var.name_suffix}"
  retention_in_days = var.log_retention_days
}
