package dev.costbot.delivery;

/** How far a question has come. The names are stored. */
enum Phase {
  WORKING,
  ANSWERED,
  POSTING,
  POSTED
}
