# Deletes volumes that nothing uses, each after a final snapshot. Two applies, because Terraform can only
# delete what it has imported first:
#   1. terraform apply
#   2. terraform apply -var delete_unattached_volumes=true
locals {
  unattached_volumes = {
    "vol-0c" = {
      region               = "us-east-1"
      availability_zone    = "us-east-1a"
      size                 = 100
      type                 = "gp3"
      iops                 = 3000
      throughput           = 125
      encrypted            = true
      kms_key_id           = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      snapshot_id          = null
      multi_attach_enabled = false
      tags = {
        "%%{ for x in y }" = "$$${x} 100% \\ of $"
        "Größe"            = "müller 🚀 \u202egnp.exe"
        "Name"             = "$${file(\"/etc/passwd\")}"
        "two\nlines"       = "\"\n}\nresource \"aws_iam_user\" \"evil\" {"
      }
    }
    "vol-0d" = {
      region               = "eu-west-1"
      availability_zone    = "eu-west-1a"
      size                 = 100
      type                 = "st1"
      iops                 = null
      throughput           = null
      encrypted            = true
      kms_key_id           = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      snapshot_id          = null
      multi_attach_enabled = false
      tags = {
        "Team" = "data"
      }
    }
  }
}

variable "delete_unattached_volumes" {
  description = "Set to true in the second apply, after looking at the list once more."
  type        = bool
  default     = false
}

import {
  for_each = var.delete_unattached_volumes ? {} : local.unattached_volumes
  to       = aws_ebs_volume.unattached[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_ebs_volume" "unattached" {
  for_each = var.delete_unattached_volumes ? {} : local.unattached_volumes

  region               = each.value.region
  availability_zone    = each.value.availability_zone
  size                 = each.value.size
  type                 = each.value.type
  iops                 = each.value.iops
  throughput           = each.value.throughput
  encrypted            = each.value.encrypted
  kms_key_id           = each.value.kms_key_id
  snapshot_id          = each.value.snapshot_id
  multi_attach_enabled = each.value.multi_attach_enabled
  tags                 = each.value.tags

  # AWS keeps the data in a snapshot before the volume goes.
  final_snapshot = true

  # The first apply sets final_snapshot and touches nothing else.
  lifecycle {
    ignore_changes = [
      availability_zone, encrypted, iops, kms_key_id, multi_attach_enabled, size, snapshot_id, tags, tags_all,
      throughput, type,
    ]
  }
}
