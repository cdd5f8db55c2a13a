# Turns gp2 volumes into gp3 in place: no detach, no restart, no data copied by you.
# IOPS and throughput are set to what gp2 sustains at this size, so nothing gets slower.
locals {
  gp2_volumes = {
    "vol-0123456789abcdef0" = {
      region               = "us-east-1"
      availability_zone    = "us-east-1a"
      size                 = 100
      type                 = "gp3"
      iops                 = 3000
      throughput           = 125
      encrypted            = true
      kms_key_id           = null
      snapshot_id          = null
      multi_attach_enabled = false
      tags = {
        "Name" = "payments-db-data"
      }
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
