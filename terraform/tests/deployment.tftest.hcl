# The deployment as it stands with nothing but defaults.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  packages = "tests/packages"
}

override_resource {
  target = module.worker.aws_lambda_alias.live
  values = { arn = "arn:aws:lambda:eu-west-1:123456789012:function:costbot-worker:live" }
}

override_resource {
  target = module.apology.aws_lambda_alias.live
  values = { arn = "arn:aws:lambda:eu-west-1:123456789012:function:costbot-apology:live" }
}

override_resource {
  target = module.front.aws_lambda_alias.live
  values = { invoke_arn = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:costbot-front:live/invocations" }
}

override_resource {
  target = aws_dynamodb_table.conversations
  values = { arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-conversations" }
}

override_resource {
  target = aws_dynamodb_table.deliveries
  values = { arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-deliveries" }
}

override_resource {
  target = aws_dynamodb_table.cache
  values = { arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-cache" }
}

run "the_front_may_read_one_secret_and_invoke_the_workers_alias" {
  assert {
    condition     = sort(keys(module.front.policies)) == tolist(["front", "logs"])
    error_message = "The front has policies besides its own and its logs."
  }

  assert {
    condition = jsondecode(module.front.policies["front"]).Statement == [
      {
        Sid      = "ReadTheSigningSecret"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = ["arn:aws:ssm:eu-west-1:123456789012:parameter/costbot/slack_signing_secret"]
      },
      {
        Sid      = "HandQuestionsToTheWorker"
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = ["arn:aws:lambda:eu-west-1:123456789012:function:costbot-worker:live"]
      },
    ]
    error_message = "The front may do something else than read its secret and invoke the worker's alias."
  }
}

run "the_worker_may_use_its_tables_and_secrets_only" {
  assert {
    condition = toset(flatten([
      for statement in jsondecode(module.worker.policies["worker"]).Statement : statement.Resource
      if anytrue([for action in statement.Action : startswith(action, "dynamodb:") || startswith(action, "ssm:")])
      ])) == toset([
      "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-conversations",
      "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-deliveries",
      "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-cache",
      "arn:aws:ssm:eu-west-1:123456789012:parameter/costbot/slack_bot_token",
      "arn:aws:ssm:eu-west-1:123456789012:parameter/costbot/deepseek_api_key",
    ])
    error_message = "The worker reaches another table or secret."
  }

  assert {
    condition     = sort(keys(module.worker.policies)) == tolist(["logs", "worker"])
    error_message = "Without Bedrock the worker has no policy for it."
  }
}

run "the_apology_may_not_read_the_bill_or_the_resources" {
  assert {
    condition = alltrue([
      for statement in jsondecode(module.apology.policies["apology"]).Statement :
      alltrue([for resource in statement.Resource : contains([
        "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-conversations",
        "arn:aws:dynamodb:eu-west-1:123456789012:table/costbot-deliveries",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/costbot/slack_bot_token",
      ], resource)])
    ])
    error_message = "The apology reaches more than the bot token and its two tables."
  }
}

run "a_failed_question_is_retried_once_within_the_life_of_its_response_url_and_then_apologised_for" {
  assert {
    condition = (
      aws_lambda_function_event_invoke_config.worker.qualifier == "live"
      && aws_lambda_function_event_invoke_config.worker.function_name == "costbot-worker"
      && aws_lambda_function_event_invoke_config.worker.maximum_retry_attempts == 1
      && aws_lambda_function_event_invoke_config.worker.maximum_event_age_in_seconds == 1800
    )
    error_message = "The worker's alias retries differently."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.worker.destination_config[0].on_failure[0].destination == "arn:aws:lambda:eu-west-1:123456789012:function:costbot-apology:live"
    error_message = "Failures do not end at the alias of the apology."
  }

  assert {
    # Lambda invokes a destination with the role of the function that failed.
    condition = contains(flatten([
      for statement in jsondecode(module.worker.policies["worker"]).Statement : statement.Resource
      if contains(statement.Action, "lambda:InvokeFunction")
    ]), "arn:aws:lambda:eu-west-1:123456789012:function:costbot-apology:live")
    error_message = "The worker's role may not invoke the apology, so its failures would be lost."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.apology.qualifier == "live"
    error_message = "The apology's asynchronous settings are not on its alias."
  }
}

run "the_functions_know_each_other_their_tables_and_their_secrets_by_name" {
  assert {
    condition = module.front.environment == tomap({
      COSTBOT_CONFIG           = "{}"
      COSTBOT_PARAMETER_PREFIX = "/costbot"
      COSTBOT_WORKER_FUNCTION  = "arn:aws:lambda:eu-west-1:123456789012:function:costbot-worker:live"
    })
    error_message = "The front has other settings, or calls the worker past its alias."
  }

  assert {
    condition = module.worker.environment == tomap({
      COSTBOT_CACHE_TABLE         = "costbot-cache"
      COSTBOT_CONFIG              = "{}"
      COSTBOT_CONVERSATIONS_TABLE = "costbot-conversations"
      COSTBOT_DELIVERIES_TABLE    = "costbot-deliveries"
      COSTBOT_MODEL               = "rules"
      COSTBOT_PARAMETER_PREFIX    = "/costbot"
    })
    error_message = "The worker has other settings."
  }

  assert {
    condition = module.apology.environment == tomap({
      COSTBOT_CONFIG              = "{}"
      COSTBOT_CONVERSATIONS_TABLE = "costbot-conversations"
      COSTBOT_DELIVERIES_TABLE    = "costbot-deliveries"
      COSTBOT_PARAMETER_PREFIX    = "/costbot"
    })
    error_message = "The apology has other settings."
  }
}

run "the_api_leads_to_the_fronts_alias_and_nowhere_else" {
  assert {
    condition     = endswith(aws_apigatewayv2_integration.front.integration_uri, ":function:costbot-front:live/invocations")
    error_message = "The API does not call the front's alias."
  }

  assert {
    condition     = aws_apigatewayv2_integration.front.payload_format_version == "2.0"
    error_message = "The front reads payload 2.0."
  }

  assert {
    condition = toset([for route in aws_apigatewayv2_route.front : route.route_key]) == toset([
      "POST /slack/commands", "POST /slack/events", "POST /slack/interactions", "GET /health",
    ])
    error_message = "The routes differ."
  }

  assert {
    condition     = alltrue([for permission in aws_lambda_permission.front : permission.qualifier == "live"])
    error_message = "A permission of the API is not on the alias."
  }

  assert {
    condition = toset([for permission in aws_lambda_permission.front : permission.source_arn]) == toset([
      "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/POST/slack/commands",
      "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/POST/slack/events",
      "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/POST/slack/interactions",
      "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/GET/health",
    ])
    error_message = "The API may invoke the front from another route."
  }
}

run "the_api_throttles_and_logs_no_bodies" {
  assert {
    condition     = aws_apigatewayv2_stage.live.default_route_settings[0].throttling_rate_limit == 10 && aws_apigatewayv2_stage.live.default_route_settings[0].throttling_burst_limit == 20
    error_message = "The stage does not throttle."
  }

  assert {
    condition     = aws_cloudwatch_log_group.api.retention_in_days == 30
    error_message = "The access logs are kept forever."
  }

  assert {
    condition     = !strcontains(lower(aws_apigatewayv2_stage.live.access_log_settings[0].format), "body")
    error_message = "The access logs hold bodies."
  }
}

run "tables_expire_are_encrypted_recoverable_and_paid_by_use" {
  assert {
    condition = alltrue([
      for table in [aws_dynamodb_table.conversations, aws_dynamodb_table.deliveries, aws_dynamodb_table.cache] :
      table.billing_mode == "PAY_PER_REQUEST"
      && table.ttl[0].enabled && table.ttl[0].attribute_name == "expires_at"
      && table.server_side_encryption[0].enabled
      && table.point_in_time_recovery[0].enabled
    ])
    error_message = "A table lacks on-demand capacity, expiry, encryption or recovery."
  }

  assert {
    condition = (
      aws_dynamodb_table.conversations.hash_key == "pk" && aws_dynamodb_table.conversations.range_key == "sk"
      && aws_dynamodb_table.deliveries.hash_key == "id" && aws_dynamodb_table.deliveries.range_key == null
      && aws_dynamodb_table.cache.hash_key == "id" && aws_dynamodb_table.cache.range_key == null
    )
    error_message = "The keys differ from what the program writes."
  }
}

run "the_slack_app_gets_the_deployed_addresses" {
  assert {
    condition = output.slack_urls == {
      commands     = "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/slack/commands"
      events       = "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/slack/events"
      interactions = "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/slack/interactions"
    }
    error_message = "The URLs for Slack differ."
  }

  assert {
    condition = (
      jsondecode(output.slack_manifest).features.slash_commands[0].command == "/costbot"
      && jsondecode(output.slack_manifest).features.slash_commands[0].url == output.slack_urls.commands
      && jsondecode(output.slack_manifest).settings.event_subscriptions.request_url == output.slack_urls.events
      && jsondecode(output.slack_manifest).settings.interactivity.request_url == output.slack_urls.interactions
    )
    error_message = "The manifest does not lead to this deployment."
  }

  assert {
    condition     = can(regex("^https://api\\.slack\\.com/apps\\?new_app=1&manifest_json=[A-Za-z0-9%._~-]+$", output.slack_install_link))
    error_message = "The install link is not one well-formed address."
  }

  assert {
    condition     = sort(keys(output.secret_commands)) == tolist(["slack_bot_token", "slack_signing_secret"])
    error_message = "Without a model that has a key, two secrets are to be set."
  }
}
