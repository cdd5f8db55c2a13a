package dev.costbot.app.cli;

import dev.costbot.advisor.Advisor;
import dev.costbot.advisor.Limits;
import dev.costbot.app.AccountSource;
import dev.costbot.app.BillFromFile;
import dev.costbot.app.Conversations;
import dev.costbot.app.Models;
import dev.costbot.app.QuestionFacts;
import dev.costbot.conversation.Alias;
import dev.costbot.conversation.FileConversationStore;
import dev.costbot.cost.CostSource;
import dev.costbot.cost.CostUnavailableException;
import dev.costbot.cost.FocusFile;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.knowledge.KeywordRetrieval;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Answer;
import dev.costbot.report.AnswerJson;
import dev.costbot.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One question, with the same core as in Slack. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Answers one question. Follow-ups work: the last half hour is remembered.")
final class AskCommand implements Callable<Integer> {
  private static final Duration MODEL_TIME = Duration.ofSeconds(60);
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration NAMED_THREAD = Duration.ofDays(30);

  @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "The question.")
  private List<String> question = List.of();

  @Option(
      names = "--thread",
      paramLabel = "NAME",
      description = "A conversation that lasts across runs, for 30 days after its last question.")
  private @Nullable String thread;

  @Option(
      names = "--costs",
      paramLabel = "FOCUS.csv",
      description = "Take the bill from a FOCUS file (1.0 to 1.4, .csv or .csv.gz).")
  private @Nullable Path costs;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Mixin private SourceOptions sourceOptions = new SourceOptions();
  @CommandLine.ParentCommand private Main main;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AskCommand() {}

  @Override
  public Integer call() {
    Map<String, String> environment = main.environment();
    PrintWriter err = spec.commandLine().getErr();
    AccountSource account = sourceOptions.open(environment, err);
    AccountSource source = costs == null ? account : new BillFromFile(account, bill(costs));
    KnowledgeBase knowledge = Knowledge.load();
    Advisor advisor =
        new Advisor(knowledge, new KeywordRetrieval(knowledge), models(environment).advisor());
    QuestionFacts facts =
        new QuestionFacts(
            source,
            SourceOptions.judge(environment),
            new FixWriter(knowledge),
            ProgressLine.on(err));
    Conversations conversations = conversations(environment);
    Conversations.Place place = place(source);
    Conversations.Conversation conversation =
        conversations.open(place, Clock.systemUTC().instant());
    String asked = String.join(" ", question);
    Answer answer = advisor.answer(asked, conversation.history(), facts, Limits.ofTime(MODEL_TIME));
    spec.commandLine().getOut().print(json ? AnswerJson.render(answer) : TextReport.render(answer));
    spec.commandLine().getOut().flush();
    try {
      conversations.remember(
          conversation.id(),
          place,
          UUID.randomUUID().toString(),
          asked,
          answer,
          answer.findings(),
          Clock.systemUTC().instant());
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + ": a follow-up will not be understood.");
    }
    return facts.complete() ? Main.FINE : Main.UNREAD;
  }

  /** The bill of a file, which the person named: that it is none is their mistake to mend. */
  private static CostSource bill(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WrongUsageException("--costs: there is no file " + file + " that can be read.");
    }
    FocusFile focus = new FocusFile(file);
    return (from, to) -> {
      try {
        return focus.fetch(from, to);
      } catch (CostUnavailableException e) {
        if (e.getCause() instanceof IOException) {
          throw new WrongUsageException("--costs: " + e.getMessage(), e);
        }
        throw e;
      }
    };
  }

  private Conversations.Place place(AccountSource source) {
    String name = source.name() + "#" + (thread == null ? "" : thread);
    return new Conversations.Place(
        Alias.local(name), thread == null ? WINDOW : NAMED_THREAD, "local", true);
  }

  private static Models models(Map<String, String> environment) {
    try {
      return Models.of(environment, SourceOptions.config(environment).maskAccountIds());
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Conversations conversations(Map<String, String> environment) {
    return new Conversations(
        new FileConversationStore(StateFolder.of(environment).resolve("conversations.json")));
  }
}
