terraform {
  # import blocks with for_each
  required_version = ">= 1.7"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # a region argument on every resource
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  # Every resource names its own region; the provider only needs one to start with.
  region = "eu-west-1"

  # Credentials of any other account are refused.
  allowed_account_ids = ["123456789012"]
}
