# Deletes old snapshots that no AMI of this account needs. There is no way back, so it takes two applies:
#   1. terraform apply
#   2. terraform apply -var delete_old_snapshots=true
locals {
  old_snapshots = {
    "snap-0a" = {
      region    = "us-east-1"
      volume_id = "vol-0123456789abcdef0"
    }
    "snap-0b" = {
      region    = "eu-west-1"
      volume_id = "vol-0123456789abcdef0"
    }
  }
}

variable "delete_old_snapshots" {
  description = "Set to true in the second apply, when nobody needs these snapshots to restore from."
  type        = bool
  default     = false
}

import {
  for_each = var.delete_old_snapshots ? {} : local.old_snapshots
  to       = aws_ebs_snapshot.old[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_ebs_snapshot" "old" {
  for_each = var.delete_old_snapshots ? {} : local.old_snapshots

  region    = each.value.region
  volume_id = each.value.volume_id

  # The first apply takes the snapshot into the state and changes nothing.
  lifecycle {
    ignore_changes = all
  }
}
