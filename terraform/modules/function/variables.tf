variable "name" {
  description = "Name of the function, its role and its log group."
  type        = string
  nullable    = false
}

variable "description" {
  description = "What the function does, in one line."
  type        = string
  nullable    = false
}

variable "handler" {
  description = "Class that Lambda calls."
  type        = string
  nullable    = false
}

variable "package" {
  description = "Path of the zip with the code."
  type        = string
  nullable    = false
}

variable "memory_megabytes" {
  description = "Memory; 1,769 MB come with one whole CPU."
  type        = number
  nullable    = false

  validation {
    condition     = var.memory_megabytes >= 128 && var.memory_megabytes <= 10240
    error_message = "Lambda gives 128 to 10,240 MB."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which Lambda ends a run."
  type        = number
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900
    error_message = "Lambda gives 1 to 900 seconds."
  }
}

variable "environment" {
  description = "Settings of the function. Never a secret."
  type        = map(string)
  nullable    = false
}

variable "policies" {
  description = "What the function may do besides writing its logs: IAM policy documents (JSON) by name."
  type        = map(string)
  nullable    = false
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  nullable    = false
}
