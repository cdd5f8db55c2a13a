package dev.costbot.app.cli;

import dev.costbot.inventory.ScanProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Shows how far a scan is: a bar on a terminal, a plain line every few regions elsewhere. */
final class ProgressLine implements ScanProgress {
  private static final int WIDTH = 24;
  private static final int PLAIN_LINES = 4;

  private final PrintWriter err;
  private final boolean terminal;

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  static ProgressLine on(PrintWriter err) {
    return new ProgressLine(
        err, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  @Override
  public void done(String region, int done, int total) {
    if (terminal) {
      int filled = WIDTH * done / total;
      err.printf(
          Locale.ROOT,
          "\r\u001b[KScanning [%s%s] %d of %d regions, %s done%s",
          "#".repeat(filled),
          "-".repeat(WIDTH - filled),
          done,
          total,
          region,
          done == total ? "\n" : "");
      err.flush();
    } else if (done == total || done % Math.max(1, total / PLAIN_LINES) == 0) {
      err.printf(Locale.ROOT, "Scanned %d of %d regions.%n", done, total);
    }
  }
}
