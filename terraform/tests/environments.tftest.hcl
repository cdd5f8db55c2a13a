# Several environments in one account.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  packages    = "tests/packages"
  name_suffix = "-dev"
}

run "the_suffix_is_on_every_name" {
  assert {
    condition = (
      output.functions == { front = "costbot-front-dev", worker = "costbot-worker-dev", apology = "costbot-apology-dev" }
      && output.tables == { conversations = "costbot-conversations-dev", deliveries = "costbot-deliveries-dev", cache = "costbot-cache-dev" }
    )
    error_message = "A function or table would meet the one of another environment."
  }

  assert {
    condition     = aws_apigatewayv2_api.slack.name == "costbot-dev" && aws_cloudwatch_log_group.api.name == "/aws/vendedlogs/costbot-api-dev"
    error_message = "The API or its logs would meet those of another environment."
  }

  assert {
    condition     = jsondecode(module.front.policies["front"]).Statement[0].Resource == ["arn:aws:ssm:eu-west-1:123456789012:parameter/costbot-dev/slack_signing_secret"]
    error_message = "The environments share their secrets."
  }

  assert {
    condition     = strcontains(output.secret_commands.slack_bot_token, "--region eu-west-1 --name /costbot-dev/slack_bot_token --type SecureString")
    error_message = "The command sets another environment's secret."
  }

  assert {
    condition     = jsondecode(output.slack_manifest).features.slash_commands[0].command == "/costbot-dev"
    error_message = "Two environments in one Slack workspace would share a command."
  }
}

run "a_suffix_that_aws_would_refuse_is_refused" {
  command = plan

  variables {
    name_suffix = "_Dev"
  }

  expect_failures = [var.name_suffix]
}

run "a_missing_package_is_named_before_anything_is_made" {
  command = plan

  variables {
    packages = "tests/mocks"
  }

  expect_failures = [var.packages]
}

run "a_retention_that_cloudwatch_does_not_know_is_refused" {
  command = plan

  variables {
    log_retention_days = 31
  }

  expect_failures = [var.log_retention_days]
}

run "a_configuration_that_is_no_json_object_is_refused" {
  command = plan

  variables {
    configuration = "[1]"
  }

  expect_failures = [var.configuration]
}

run "no_throttling_is_refused" {
  command = plan

  variables {
    requests_per_second = 0
  }

  expect_failures = [var.requests_per_second]
}
