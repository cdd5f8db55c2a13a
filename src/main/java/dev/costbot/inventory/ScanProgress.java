package dev.costbot.inventory;

/** Is told how far a scan is, one region at a time, never from two threads at once. */
@FunctionalInterface
public interface ScanProgress {
  ScanProgress SILENT = (region, done, total) -> {};

  /** One region is done, well or not; {@code done} of {@code total} are now. */
  void done(String region, int done, int total);
}
