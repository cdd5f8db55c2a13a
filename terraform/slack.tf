# The manifest that makes the Slack app for this deployment.

locals {
  url = trimsuffix(aws_apigatewayv2_api.slack.api_endpoint, "/")

  slack_urls = {
    for name in ["commands", "events", "interactions"] : name => "${local.url}${local.routes[name].path}"
  }

  slack_manifest = {
    display_information = {
      name        = local.name
      description = "Answers questions about the AWS bill and writes the Terraform fix"
    }

    features = {
      app_home = {
        home_tab_enabled               = false
        messages_tab_enabled           = true
        messages_tab_read_only_enabled = false
      }
      bot_user = {
        display_name  = local.name
        always_online = true
      }
      slash_commands = [{
        command       = "/${local.name}"
        description   = "Ask about the AWS bill"
        usage_hint    = "what are we wasting?"
        url           = local.slack_urls.commands
        should_escape = false
      }]
    }

    oauth_config = {
      scopes = {
        bot = [
          "app_mentions:read",
          "channels:history",
          "chat:write",
          "chat:write.public",
          "commands",
          "groups:history",
          "im:history",
        ]
      }
    }

    settings = {
      event_subscriptions = {
        request_url = local.slack_urls.events
        bot_events  = ["app_mention", "message.channels", "message.groups", "message.im"]
      }
      interactivity = {
        is_enabled  = true
        request_url = local.slack_urls.interactions
      }
      org_deploy_enabled     = false
      socket_mode_enabled    = false
      token_rotation_enabled = false
    }
  }
}
