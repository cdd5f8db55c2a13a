package dev.costbot.app.cli;

import dev.costbot.app.AccountSource;
import dev.costbot.app.Config;
import dev.costbot.app.Judge;
import dev.costbot.app.LiveSource;
import dev.costbot.app.SampleSource;
import dev.costbot.cost.BundledPrices;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.FileCostCache;
import dev.costbot.inventory.AwsClients;
import dev.costbot.inventory.ScanSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which account a command is about. */
final class SourceOptions {
  /** Where facts come from. */
  enum Source {
    LIVE,
    SAMPLE
  }

  @Option(
      names = "--source",
      paramLabel = "live|sample",
      defaultValue = "live",
      description =
          "live (default): AWS by the SDK's standard settings (profile, region, AWS_ENDPOINT_URL);"
              + " sample: the bundled account, which has its own \"today\".")
  private Source source = Source.LIVE;

  /** The source, announced on standard error where that matters. */
  AccountSource open(Map<String, String> environment, PrintWriter err) {
    return switch (source) {
      case SAMPLE -> {
        SampleSource sample = new SampleSource();
        err.printf(
            Locale.ROOT,
            "The bundled sample account; its today is %s.%n",
            sample.time().instant().toString().substring(0, 10));
        yield sample;
      }
      case LIVE ->
          new LiveSource(
              AwsClients.standard(),
              ScanSettings.STANDARD,
              CostExplorerSource.client(),
              new FileCostCache(StateFolder.of(environment).resolve("costs")),
              environment.getOrDefault("AWS_ENDPOINT_URL", ""),
              Clock.systemUTC());
    };
  }

  /** The settings file named by the environment. */
  static Config config(Map<String, String> environment) {
    try {
      return Config.of(environment.get("COSTBOT_CONFIG"));
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()), e);
    }
  }

  static Judge judge(Map<String, String> environment) {
    try {
      return new Judge(BundledPrices.list(), config(environment));
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
