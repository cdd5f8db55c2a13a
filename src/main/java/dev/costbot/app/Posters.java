package dev.costbot.app;

import dev.costbot.app.front.SecretUnavailableException;
import dev.costbot.delivery.Poster;
import dev.costbot.slack.Audience;
import dev.costbot.slack.BotTokenPoster;
import dev.costbot.slack.Place;
import dev.costbot.slack.ResponseUrlPoster;
import dev.costbot.slack.SlackMessages;
import dev.costbot.slack.TimeLeft;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.ResponseOrigins;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the way to the person who asked: by the bot token into a thread when the answer is for
 * all, by the response URL where there is one, otherwise by the bot token.
 */
public final class Posters {
  private static final Logger LOG = LoggerFactory.getLogger(Posters.class);

  private final Secrets secrets;
  private final String apiUrl;
  private final ResponseOrigins origins;
  private final OkHttpClient http;
  private final InstantSource time;

  /**
   * @param apiUrl Slack's Web API, e.g. {@code https://slack.com/api/}
   */
  public Posters(
      Secrets secrets,
      String apiUrl,
      ResponseOrigins origins,
      OkHttpClient http,
      InstantSource time) {
    this.secrets = secrets;
    this.apiUrl = apiUrl;
    this.origins = origins;
    this.http = http;
    this.time = time;
  }

  /**
   * The way to whoever asked.
   *
   * @param inPrivate whether only the asker may read it
   * @param deadline until when posting may take
   */
  public Poster forQuestion(Envelope envelope, boolean inPrivate, Instant deadline) {
    TimeLeft left = () -> Duration.between(time.instant(), deadline);
    Optional<Poster> byUrl =
        Optional.ofNullable(envelope.responseUrl())
            .map(url -> byResponseUrl(envelope, url, inPrivate, left));
    if (inPrivate && byUrl.isPresent()) {
      return byUrl.get();
    }
    Optional<Poster> byToken =
        token()
            .map(
                token ->
                    new BotTokenPoster(
                        SlackMessages.connect(token, apiUrl, left),
                        Place.of(envelope, inPrivate),
                        envelope.id(),
                        envelope.receivedAt()));
    if (byToken.isPresent() && byUrl.isPresent()) {
      return new PosterWithSpare(byToken.get(), byUrl.get());
    }
    return byToken.or(() -> byUrl).orElseGet(NoWayToPost::new);
  }

  private Poster byResponseUrl(Envelope envelope, String url, boolean inPrivate, TimeLeft left) {
    return new ResponseUrlPoster(
        http,
        URI.create(url),
        uri -> origins.allow(uri.toString()),
        inPrivate ? Audience.ASKER : Audience.CHANNEL,
        envelope.threadTs(),
        left);
  }

  private Optional<String> token() {
    try {
      return secrets.botToken();
    } catch (SecretUnavailableException e) {
      LOG.warn("Posting without the bot token: {}", e.reason());
      return Optional.empty();
    }
  }
}
