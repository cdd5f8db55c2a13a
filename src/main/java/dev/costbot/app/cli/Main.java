package dev.costbot.app.cli;

import dev.costbot.conversation.UnreadableHistoryException;
import dev.costbot.inventory.AccountUnknownException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line. Results go to standard output, progress and messages to standard error. */
@Command(
    name = "costbot",
    mixinStandardHelpOptions = true,
    version = "costbot 0.1.0",
    description =
        "Answers questions about an AWS bill, finds waste, and writes the Terraform that removes it.",
    subcommands = {
      DemoCommand.class,
      AskCommand.class,
      CheckCommand.class,
      FixCommand.class,
      ServeCommand.class
    },
    footer = {
      "",
      "Two more are the launcher's own: ./costbot test runs all tests, ./costbot package builds the",
      "deployment zips.",
      "",
      "Exit: 0 fine; 1 findings at or above --fail-on; 2 wrong usage; 3 something could not be read;",
      "70 a defect of costbot's own."
    })
public final class Main implements Runnable {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int WRONG_USAGE = 2;
  static final int UNREAD = 3;
  static final int DEFECT = 70;

  private final Map<String, String> environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Main(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine(System.getenv()).execute(args));
  }

  /**
   * The whole command line.
   *
   * @param environment settings; what the AWS SDK needs it takes from the process itself
   */
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Main(environment))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, command, result) -> exitCode(problem, command.getErr()));
  }

  /** The settings all commands go by. */
  Map<String, String> environment() {
    return environment;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static String reason(UncheckedIOException io) {
    return io.getCause() == null ? "" : " (" + io.getCause() + ")";
  }

  private static int exitCode(Exception problem, PrintWriter err) {
    return switch (problem) {
      case WrongUsageException wrong -> {
        err.println(wrong.getMessage());
        yield WRONG_USAGE;
      }
      case AccountUnknownException unknown -> {
        err.println(unknown.getMessage());
        yield UNREAD;
      }
      case UnreadableHistoryException damaged -> {
        err.println(damaged.getMessage());
        yield UNREAD;
      }
      case UncheckedIOException io -> {
        err.println(io.getMessage() + reason(io));
        yield UNREAD;
      }
      case SdkException aws -> {
        err.println("AWS could not be asked: " + aws.getMessage());
        yield UNREAD;
      }
      default -> {
        err.println("This is a defect of costbot; please report it with what follows.");
        problem.printStackTrace(err);
        yield DEFECT;
      }
    };
  }
}
