output "slack_urls" {
  description = "Where Slack sends commands, events and interactions."
  value       = local.slack_urls
}

output "health_url" {
  description = "Answers 200 when the front is up."
  value       = "${local.url}${local.routes.health.path}"
}

output "slack_manifest" {
  description = "Manifest of the Slack app, for api.slack.com/apps, From a manifest."
  value       = jsonencode(local.slack_manifest)
}

output "slack_install_link" {
  description = "Opens Slack's page for a new app with the manifest filled in."
  # urlencode() writes a space as +, which only forms decode; a literal + is %2B by then.
  value = "https://api.slack.com/apps?new_app=1&manifest_json=${replace(urlencode(jsonencode(local.slack_manifest)), "+", "%20")}"
}

output "secret_commands" {
  description = "Run each and paste the secret: it goes neither through the shell's history nor through Terraform's state."
  value = {
    for secret in concat(
      ["slack_signing_secret", "slack_bot_token"],
      contains(["deepseek", "openai"], var.model) ? ["deepseek_api_key"] : [],
    ) : secret => "read -rs secret && printf %s \"$secret\" | aws ssm put-parameter --region ${local.region} --name ${local.parameter_prefix}/${secret} --type SecureString --overwrite --value file:///dev/stdin"
  }
}

output "functions" {
  description = "Names of the functions."
  value = {
    front   = module.front.function_name
    worker  = module.worker.function_name
    apology = module.apology.function_name
  }
}

output "tables" {
  description = "Names of the tables."
  value = {
    conversations = aws_dynamodb_table.conversations.name
    deliveries    = aws_dynamodb_table.deliveries.name
    cache         = aws_dynamodb_table.cache.name
  }
}
