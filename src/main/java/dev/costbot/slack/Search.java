package dev.costbot.slack;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What looking for one of our messages gave. */
sealed interface Search {

  record Found(String ts) implements Search {}

  /** All pages were read and it is on none of them. */
  record Nothing() implements Search {}

  /** Slack did not let us look, or there was too much to look through. */
  record Unclear() implements Search {}

  /** Reads the page at a cursor; null for the first. */
  @FunctionalInterface
  interface Pages {
    MessagePage read(@Nullable String cursor) throws IOException;
  }

  /** Looks through so many pages at most. */
  static Search of(PostMark mark, int most, Pages pages) {
    String cursor = null;
    try {
      for (int i = 0; i < most; i++) {
        MessagePage page = pages.read(cursor);
        Optional<String> ts = page.find(mark);
        if (ts.isPresent()) {
          return new Found(ts.get());
        }
        cursor = page.next();
        if (cursor == null) {
          return new Nothing();
        }
      }
      return new Unclear();
    } catch (IOException unable) {
      return new Unclear();
    }
  }
}
