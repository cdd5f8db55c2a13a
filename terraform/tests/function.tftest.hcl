# Every function is made by the same module.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "a_function_runs_published_code_behind_its_alias_with_a_role_and_logs_of_its_own" {
  module {
    source = "./modules/function"
  }

  variables {
    name               = "costbot-example-dev"
    description        = "An example"
    handler            = "dev.costbot.app.Example"
    package            = "tests/packages/costbot-worker.zip"
    memory_megabytes   = 1769
    timeout_seconds    = 60
    environment        = { GIVEN = "value", EMPTY = "" }
    policies           = { example = "{}" }
    log_retention_days = 14
  }

  assert {
    condition     = aws_lambda_function.function.publish && aws_lambda_alias.live.name == "live" && aws_lambda_alias.live.function_version == "7"
    error_message = "The alias does not point at a published version."
  }

  assert {
    condition     = aws_lambda_alias.live.function_version != "$LATEST"
    error_message = "The alias points at $LATEST."
  }

  assert {
    condition     = aws_lambda_function.function.runtime == "java25" && aws_lambda_function.function.architectures == tolist(["arm64"])
    error_message = "It does not run Java 25 on arm64."
  }

  assert {
    condition     = aws_lambda_function.function.environment[0].variables == tomap({ GIVEN = "value" })
    error_message = "An empty setting is set all the same, or one is lost."
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.function.name == "/aws/lambda/costbot-example-dev"
      && aws_cloudwatch_log_group.function.retention_in_days == 14
      && aws_lambda_function.function.logging_config[0].log_group == aws_cloudwatch_log_group.function.name
    )
    error_message = "The logs go to another group or are kept forever."
  }

  assert {
    condition     = aws_iam_role.function.name == "costbot-example-dev" && jsondecode(aws_iam_role.function.assume_role_policy).Statement[0].Principal == { Service = "lambda.amazonaws.com" }
    error_message = "The role is shared, or something else than Lambda may take it."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.function["logs"].policy).Statement == [{
      Sid      = "WriteItsOwnLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["arn:aws:logs:eu-west-1:123456789012:log-group:mock:*"]
    }]
    error_message = "The function may write other logs than its own."
  }
}
