package dev.costbot.app.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where the command line keeps what lasts from run to run (XDG Base Directory Specification). */
final class StateFolder {
  private StateFolder() {}

  static Path of(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("costbot");
  }
}
