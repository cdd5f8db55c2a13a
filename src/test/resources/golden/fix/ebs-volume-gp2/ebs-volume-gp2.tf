# Turns gp2 volumes into gp3 in place: no detach, no restart, no data copied by you.
# IOPS and throughput are set to what gp2 sustains at this size, so nothing gets slower.
locals {
  gp2_volumes = {
    "vol-0a" = {
      region               = "us-east-1"
      availability_zone    = "us-east-1a"
      size                 = 500
      type                 = "gp3"
      iops                 = 3000
      throughput           = 250
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
    "vol-0b" = {
      region               = "eu-west-1"
      availability_zone    = "eu-west-1a"
      size                 = 500
      type                 = "gp3"
      iops                 = 3000
      throughput           = 250
      encrypted            = true
      kms_key_id           = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      snapshot_id          = null
      multi_attach_enabled = false
      tags                 = {}
    }
  }
}

import {
  for_each = local.gp2_volumes
  to       = aws_ebs_volume.gp2_to_gp3[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_ebs_volume" "gp2_to_gp3" {
  for_each = local.gp2_volumes

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

  # The volume holds data: a plan that would replace it fails instead.
  lifecycle {
    prevent_destroy = true
  }
}
