package dev.costbot.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Runs the command line in this JVM, with settings of a test's own. */
final class Cli {
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param state where it keeps what lasts from run to run
   */
  Cli(Path state) {
    environment.put("XDG_STATE_HOME", state.toString());
  }

  /** What a run left. */
  record Run(int exit, String out, String err) {}

  Cli with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine(environment)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exit = commandLine.execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }
}
