# What the choice of the model changes.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  packages = "tests/packages"
}

run "deepseek_needs_a_key_and_no_bedrock" {
  variables {
    model = "deepseek"
  }

  assert {
    condition     = contains(keys(output.secret_commands), "deepseek_api_key")
    error_message = "Nobody is told to set the key."
  }

  assert {
    condition     = sort(keys(module.worker.policies)) == tolist(["logs", "worker"])
    error_message = "The worker may use Bedrock without need."
  }
}

run "a_bedrock_model_is_the_only_one_allowed" {
  variables {
    model      = "bedrock"
    model_name = "amazon.nova-2-lite-v1:0"
  }

  assert {
    condition = jsondecode(module.worker.policies["worker-bedrock-model"]).Statement == [{
      Sid      = "InvokeTheModel"
      Effect   = "Allow"
      Action   = ["bedrock:InvokeModel"]
      Resource = ["arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-2-lite-v1:0"]
    }]
    error_message = "The worker may invoke another model, or not this one."
  }

  assert {
    condition     = sort(keys(module.worker.policies)) == tolist(["logs", "worker", "worker-bedrock-model"])
    error_message = "A model without a profile has a policy for one."
  }
}

run "a_bedrock_profile_is_allowed_with_its_model_behind_it" {
  variables {
    model      = "bedrock"
    model_name = "eu.anthropic.claude-sonnet-4-6"
  }

  assert {
    condition = jsondecode(module.worker.policies["worker-bedrock-profile"]).Statement == [
      {
        Sid      = "InvokeTheProfile"
        Effect   = "Allow"
        Action   = ["bedrock:InvokeModel"]
        Resource = ["arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-6"]
      },
      {
        Sid    = "InvokeItsModelThroughTheProfile"
        Effect = "Allow"
        Action = ["bedrock:InvokeModel"]
        Resource = [
          "arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-6",
          "arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-6",
        ]
        Condition = { StringEquals = { "bedrock:InferenceProfileArn" = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-6" } }
      },
    ]
    error_message = "The profile or its model is not what the worker may invoke."
  }
}

run "bedrock_without_a_model_is_refused" {
  command = plan

  variables {
    model = "bedrock"
  }

  expect_failures = [var.model_name]
}

run "a_model_address_without_encryption_is_refused" {
  command = plan

  variables {
    model     = "deepseek"
    model_url = "http://api.example.com"
  }

  expect_failures = [var.model_url]
}

run "an_unknown_model_is_refused" {
  command = plan

  variables {
    model = "oracle"
  }

  expect_failures = [var.model]
}
