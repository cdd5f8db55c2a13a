# Releases addresses that are associated with nothing. A released address may never be had again, so it takes two
# applies:
#   1. terraform apply
#   2. terraform apply -var release_addresses=true
locals {
  unassociated_addresses = {
    "eipalloc-0a" = {
      region    = "us-east-1"
      public_ip = "203.0.113.10"
    }
    "eipalloc-0b" = {
      region    = "eu-west-1"
      public_ip = "203.0.113.10"
    }
  }
}

variable "release_addresses" {
  description = "Set to true in the second apply, when no firewall, DNS record or partner expects these addresses."
  type        = bool
  default     = false
}

import {
  for_each = var.release_addresses ? {} : local.unassociated_addresses
  to       = aws_eip.unassociated[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_eip" "unassociated" {
  for_each = var.release_addresses ? {} : local.unassociated_addresses

  region = each.value.region
  domain = "vpc"

  # The first apply takes the address into the state and changes nothing.
  lifecycle {
    ignore_changes = all
  }
}
