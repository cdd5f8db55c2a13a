variable "region" {
  description = "AWS region to deploy to. Null takes the one of the environment (AWS_REGION or the profile)."
  type        = string
  default     = null

  validation {
    condition     = var.region == null || can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region is written like eu-west-1."
  }
}

variable "name_suffix" {
  description = "Put behind every name, such as -dev, so that several environments fit into one account. Empty for the only one."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(-[a-z0-9]+)*$", var.name_suffix)) && length(var.name_suffix) <= 20
    error_message = "The suffix is empty, or a hyphen and small letters or digits such as -dev, at most 20 characters."
  }
}

variable "packages" {
  description = "Folder with costbot-front.zip and costbot-worker.zip. Null takes target/ beside this folder, where the build puts them."
  type        = string
  default     = null

  validation {
    condition = alltrue([
      for zip in ["costbot-front.zip", "costbot-worker.zip"] : fileexists("${coalesce(var.packages, "${path.module}/../target")}/${zip}")
    ])
    error_message = "costbot-front.zip or costbot-worker.zip is not there. Build both with: ./costbot package"
  }
}

variable "model" {
  description = "What writes the answers: deepseek, openai (any compatible endpoint), bedrock, or rules, which asks no model and sends nothing anywhere."
  type        = string
  default     = "rules"
  nullable    = false

  validation {
    condition     = contains(["deepseek", "openai", "bedrock", "rules"], var.model)
    error_message = "The model is one of deepseek, openai, bedrock, rules."
  }
}

variable "model_name" {
  description = "The model's name at its provider; for bedrock a model id or an inference profile id such as eu.anthropic.claude-sonnet-4-6. Empty takes the default of deepseek."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._:/-]*$", var.model_name)) && !startswith(var.model_name, "arn:")
    error_message = "The model's name is an id made of letters, digits and . _ : / -, and no ARN."
  }

  validation {
    condition     = var.model_name != "" || !contains(["openai", "bedrock"], var.model)
    error_message = "With openai or bedrock the name of the model has to be given."
  }
}

variable "model_url" {
  description = "Base address of an OpenAI-compatible endpoint. Empty takes the default of the model."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.model_url == "" || can(regex("^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\\s?#]*)?$", var.model_url))
    error_message = "The address starts with https:// and has neither a query nor a fragment."
  }
}

variable "configuration" {
  description = "JSON of the settings of both functions: thresholds, channels, who may ask, exceptions. Write it with jsonencode() or read a file with file()."
  type        = string
  default     = "{}"
  nullable    = false

  validation {
    condition     = can(keys(jsondecode(var.configuration)))
    error_message = "The configuration is one JSON object."
  }

  validation {
    # Lambda allows 4 KB for all environment variables of a function together.
    condition     = length(base64encode(var.configuration)) <= 4000
    error_message = "The configuration has at most 3,000 bytes."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch Logs knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653 days."
  }
}

variable "requests_per_second" {
  description = "Requests a second that the HTTP API lets through over time; the rest gets 429 (Slack repeats an event then, a command it does not)."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.requests_per_second >= 1 && var.requests_per_second <= 1000
    error_message = "Between 1 and 1,000 requests a second."
  }
}

variable "request_burst" {
  description = "Requests that the HTTP API lets through at one moment."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.request_burst >= 1 && var.request_burst <= 1000 && floor(var.request_burst) == var.request_burst
    error_message = "A whole number between 1 and 1,000."
  }
}

variable "tags" {
  description = "Tags for every resource, besides Application and ManagedBy."
  type        = map(string)
  default     = {}
  nullable    = false
}
