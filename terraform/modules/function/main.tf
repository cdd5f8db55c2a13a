# One function of costbot: published versions behind the alias `live`, a role and a log group of its own.

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "function" {
  name        = var.name
  description = var.description

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = merge(var.policies, {
    logs = templatefile("${path.module}/policies/logs.json", { log_group_arn = aws_cloudwatch_log_group.function.arn })
  })

  name   = each.key
  role   = aws_iam_role.function.name
  policy = each.value
}

resource "aws_lambda_function" "function" {
  function_name    = var.name
  description      = var.description
  role             = aws_iam_role.function.arn
  runtime          = "java25"
  architectures    = ["arm64"]
  handler          = var.handler
  filename         = var.package
  source_code_hash = filebase64sha256(var.package)
  memory_size      = var.memory_megabytes
  timeout          = var.timeout_seconds
  publish          = true

  environment {
    # An empty setting means its default, as one that is not there does.
    variables = { for name, value in var.environment : name => value if value != "" }
  }

  logging_config {
    log_format            = "JSON"
    log_group             = aws_cloudwatch_log_group.function.name
    application_log_level = "INFO"
    system_log_level      = "INFO" # with it comes the report of each run's duration and memory
  }

  # Lambda checks the role when a failure destination is set, so whatever follows the function finds the role complete.
  depends_on = [aws_iam_role_policy.function]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "The version in use"
  function_name    = aws_lambda_function.function.function_name
  function_version = aws_lambda_function.function.version
}
