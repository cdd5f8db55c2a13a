package dev.costbot.app.cli;

import dev.costbot.model.Unread;
import java.io.PrintWriter;
import java.util.List;

/** Says on standard error what a scan could not read: CSV and HCL have no place for it. */
final class UnreadLines {
  private UnreadLines() {}

  static void print(List<Unread> unread, PrintWriter err) {
    for (Unread part : unread) {
      err.printf("NOT READ: %s in %s: %s%n", part.service(), part.region(), part.reason());
    }
  }
}
