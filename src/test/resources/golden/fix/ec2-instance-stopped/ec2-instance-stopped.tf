# Makes an image of each stopped instance, then terminates it and deletes the volumes termination would leave behind.
# Two applies, because Terraform can only terminate what it has imported first:
#   1. terraform apply
#   2. terraform apply -var terminate_stopped_instances=true
# Termination protection, where it is on, stops the second apply: switch it off by hand if you are sure.
locals {
  stopped_instances = {
    "i-0e" = {
      region        = "us-east-1"
      ami           = "ami-0123456789abcdef0"
      instance_type = "m5.large"
      name          = "$${file(\"/etc/passwd\")}"
      kept_volumes = {
        "vol-2" = {
          "region"            = "us-east-1"
          "availability_zone" = "us-east-1a"
          "size"              = 200
        }
      }
    }
    "i-0f" = {
      region        = "eu-west-1"
      ami           = "ami-0123456789abcdef0"
      instance_type = "m5.large"
      name          = "\"\n}\nresource \"aws_iam_user\" \"evil\" {"
      kept_volumes  = {}
    }
  }
}

variable "terminate_stopped_instances" {
  description = "Set to true in the second apply, when the images are complete."
  type        = bool
  default     = false
}

# The way back: an image holds all volumes of the instance. It stays after the second apply.
resource "aws_ami_from_instance" "of_stopped" {
  for_each = local.stopped_instances

  region                  = each.value.region
  name                    = "costbot-${each.key}"
  description             = "Made before the stopped instance ${each.key} was terminated"
  source_instance_id      = each.key
  snapshot_without_reboot = true

  tags = {
    Name = each.value.name
  }

  # The instance is gone after the second apply; the image must not follow it.
  lifecycle {
    ignore_changes  = all
    prevent_destroy = true
  }
}

import {
  for_each = var.terminate_stopped_instances ? {} : local.stopped_instances
  to       = aws_instance.stopped[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_instance" "stopped" {
  for_each = var.terminate_stopped_instances ? {} : local.stopped_instances

  region        = each.value.region
  ami           = each.value.ami
  instance_type = each.value.instance_type

  # The first apply takes the instance into the state and changes nothing.
  lifecycle {
    ignore_changes = all
  }

  # Images are made before, and volumes deleted after the instance goes.
  depends_on = [aws_ami_from_instance.of_stopped, aws_ebs_volume.of_stopped]
}

import {
  for_each = var.terminate_stopped_instances ? {} : merge([for instance in local.stopped_instances : instance.kept_volumes]...)
  to       = aws_ebs_volume.of_stopped[each.key]
  id       = "${each.key}@${each.value.region}"
}

resource "aws_ebs_volume" "of_stopped" {
  for_each = var.terminate_stopped_instances ? {} : merge([for instance in local.stopped_instances : instance.kept_volumes]...)

  region            = each.value.region
  availability_zone = each.value.availability_zone
  size              = each.value.size

  # The first apply takes the volume into the state and changes nothing.
  lifecycle {
    ignore_changes = all
  }
}
