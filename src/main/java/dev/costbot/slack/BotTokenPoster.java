package dev.costbot.slack;

import dev.costbot.delivery.Poster;
import dev.costbot.report.AskedQuestion;
import dev.costbot.report.SlackMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts the answer to one question with the bot token. Every message bears the question's id in its
 * metadata, so that a later try sees what an earlier one got through; a thread that was opened
 * without its answer is found again, not opened twice.
 */
public final class BotTokenPoster implements Poster {
  /** Slack's clock and ours may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final int PAGES = 5;

  private final SlackMessages slack;
  private final Place place;
  private final String id;
  private final Instant since;
  private @Nullable String opened;

  /**
   * @param id of the accepted question
   * @param acceptedAt earlier messages cannot answer it
   */
  public BotTokenPoster(SlackMessages slack, Place place, String id, Instant acceptedAt) {
    this.slack = slack;
    this.place = place;
    this.id = id;
    this.since = acceptedAt.minus(CLOCKS_DIFFER);
  }

  @Override
  public @Nullable String post(String message, boolean mayRepeat) throws IOException {
    SlackMessage rendered = SlackMessage.parse(message);
    SlackMessage told = mayRepeat ? rendered.mayRepeat() : rendered;
    return switch (place) {
      case Place.OnlyFor only -> {
        slack.postOnlyFor(only.user(), only.channel(), only.threadTs(), told);
        yield only.threadTs();
      }
      case Place.InThread thread -> reply(thread.channel(), thread.threadTs(), told);
      case Place.NewThread thread -> reply(thread.channel(), opened(thread, mayRepeat), told);
    };
  }

  /** Answers CANNOT_TELL also when Slack does not let us look, e.g. for want of a scope. */
  @Override
  public Seen seen() {
    return switch (place) {
      case Place.OnlyFor only -> Seen.CANNOT_TELL;
      case Place.InThread thread -> answerIn(thread.channel(), thread.threadTs());
      case Place.NewThread thread -> answerUnderTheQuestion(thread);
    };
  }

  private String reply(String channel, String thread, SlackMessage message) throws IOException {
    slack.post(channel, thread, message, PostMark.answerTo(id));
    return thread;
  }

  /** The thread's first message, posted now unless it is known or an earlier try left one. */
  private String opened(Place.NewThread thread, boolean mayRepeat) throws IOException {
    if (opened == null && mayRepeat && question(thread) instanceof Search.Found found) {
      opened = found.ts();
    }
    if (opened == null) {
      SlackMessage question = AskedQuestion.render(thread.user(), thread.question());
      opened = slack.post(thread.channel(), null, question, PostMark.questionOf(id));
    }
    return opened;
  }

  private Seen answerUnderTheQuestion(Place.NewThread thread) {
    return switch (question(thread)) {
      case Search.Found found -> {
        opened = found.ts();
        yield answerIn(thread.channel(), found.ts());
      }
      case Search.Nothing nothing -> Seen.NO;
      case Search.Unclear unclear -> Seen.CANNOT_TELL;
    };
  }

  private Seen answerIn(String channel, String thread) {
    PostMark mark = PostMark.answerTo(id);
    Search search = Search.of(mark, PAGES, next -> slack.replies(channel, thread, since, next));
    return switch (search) {
      case Search.Found found -> Seen.YES;
      case Search.Nothing nothing -> Seen.NO;
      case Search.Unclear unclear -> Seen.CANNOT_TELL;
    };
  }

  private Search question(Place.NewThread thread) {
    PostMark mark = PostMark.questionOf(id);
    return Search.of(mark, PAGES, next -> slack.history(thread.channel(), since, next));
  }
}
