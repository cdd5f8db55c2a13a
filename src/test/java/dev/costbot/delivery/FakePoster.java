package dev.costbot.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was posted; can fail a number of times first. */
final class FakePoster implements Poster {
  final List<String> posted = Collections.synchronizedList(new ArrayList<>());
  private final Seen seen;
  private int failures;
  private IOException failure = new IOException("timeout");
  private Runnable beforeEach = () -> {};

  FakePoster() {
    this(Seen.CANNOT_TELL);
  }

  FakePoster(Seen seen) {
    this.seen = seen;
  }

  FakePoster failing(int times) {
    failures = times;
    return this;
  }

  FakePoster failing(int times, IOException with) {
    failure = with;
    return failing(times);
  }

  FakePoster before(Runnable post) {
    beforeEach = post;
    return this;
  }

  @Override
  public @Nullable String post(String message, boolean mayRepeat) throws IOException {
    beforeEach.run();
    if (failures > 0) {
      failures--;
      throw failure;
    }
    posted.add(mayRepeat ? message + " (may be a repeat)" : message);
    return "1700000000.000100";
  }

  @Override
  public Seen seen() {
    return seen;
  }
}
