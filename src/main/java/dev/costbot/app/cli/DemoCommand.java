package dev.costbot.app.cli;

import dev.costbot.app.local.Demo;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main job on embedded parts. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Shows the main job, narrated: signed Slack requests through the real handlers, with an"
            + " embedded DynamoDB and the bundled sample account. Needs no AWS, no Slack, no keys.")
final class DemoCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DemoCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Demo(spec.commandLine().getOut()).run();
    return Main.FINE;
  }
}
