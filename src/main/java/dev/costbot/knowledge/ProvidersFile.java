package dev.costbot.knowledge;

/** The part of a fix that says which provider, and in which account. */
final class ProvidersFile {
  private ProvidersFile() {}

  static String text(String account, String region) {
    return """
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
      region = %s

      # Credentials of any other account are refused.
      allowed_account_ids = [%s]
    }
    """
        .formatted(HclWriter.quoted(region), HclWriter.quoted(account));
  }
}
