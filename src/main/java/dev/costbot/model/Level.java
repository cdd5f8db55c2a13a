package dev.costbot.model;

/** How sure, how much work, how dangerous: three small steps are all that can be told apart. */
public enum Level {
  LOW,
  MEDIUM,
  HIGH
}
