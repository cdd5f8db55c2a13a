output "function_name" {
  description = "Name of the function."
  value       = aws_lambda_function.function.function_name
}

output "alias_name" {
  description = "Name of the alias that callers use."
  value       = aws_lambda_alias.live.name
}

output "alias_arn" {
  description = "ARN of the alias, to invoke and to permit."
  value       = aws_lambda_alias.live.arn
}

output "alias_invoke_arn" {
  description = "ARN that API Gateway calls to reach the alias."
  value       = aws_lambda_alias.live.invoke_arn
}

output "policies" {
  description = "What the role may do: IAM policy documents (JSON) by name."
  value       = { for name, policy in aws_iam_role_policy.function : name => policy.policy }
}

output "environment" {
  description = "Settings that the function runs with."
  value       = aws_lambda_function.function.environment[0].variables
}
