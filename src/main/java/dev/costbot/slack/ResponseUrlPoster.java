package dev.costbot.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.delivery.Poster;
import dev.costbot.report.SlackMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Posts the answer to the response URL that came with a command or an action. The URL is a secret:
 * it stands in no message of an exception.
 */
public final class ResponseUrlPoster implements Poster {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final long ERROR_BYTES = 2_000;

  private final OkHttpClient http;
  private final URI url;
  private final Predicate<URI> trusted;
  private final Audience audience;
  private final @Nullable String threadTs;
  private final TimeLeft timeLeft;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param trusted whether a URL is one of Slack's: a forged one would be sent the answer
   * @param threadTs the thread to answer in; null for none
   */
  public ResponseUrlPoster(
      OkHttpClient http,
      URI url,
      Predicate<URI> trusted,
      Audience audience,
      @Nullable String threadTs,
      TimeLeft timeLeft) {
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(TIMEOUT)
            .addInterceptor(new SentOnce())
            .addInterceptor(new WithinTimeLeft(timeLeft))
            .build();
    this.url = url;
    this.trusted = trusted;
    this.audience = audience;
    this.threadTs = threadTs;
    this.timeLeft = timeLeft;
  }

  @Override
  public @Nullable String post(String message, boolean mayRepeat) throws IOException {
    if (!trusted.test(url)) {
      throw new SlackRefusedException(
          "untrusted_url", "the response URL is none of Slack's; nothing was sent to it");
    }
    SlackMessage rendered = SlackMessage.parse(message);
    SlackMessage told = mayRepeat ? rendered.mayRepeat() : rendered;
    PlainerForms.send(List.of(told, told.asText()), this::send);
    return threadTs;
  }

  /** Slack has no way to ask what was posted to a response URL. */
  @Override
  public Seen seen() {
    return Seen.CANNOT_TELL;
  }

  private Integer send(SlackMessage form) throws IOException {
    Request request =
        new Request.Builder()
            .url(url.toString())
            .post(RequestBody.create(body(form), JSON))
            .build();
    while (true) {
      Duration wait;
      try (Response response = http.newCall(request).execute()) {
        if (response.code() != TOO_MANY_REQUESTS) {
          return checked(response);
        }
        wait = RetryAfter.of(response);
      }
      timeLeft.await(wait);
    }
  }

  private String body(SlackMessage form) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("response_type", audience.responseType());
    body.put("replace_original", false);
    body.put("text", form.text());
    if (!form.blocks().isEmpty()) {
      body.put("blocks", form.blocks());
    }
    if (threadTs != null) {
      body.put("thread_ts", threadTs);
    }
    return json.writeValueAsString(body);
  }

  private Integer checked(Response response) throws IOException {
    int status = response.code();
    if (status >= 500) {
      throw new IOException("Slack answered with status " + status);
    }
    if (response.isRedirect()) {
      throw new SlackRefusedException(
          "redirected", "the response URL points elsewhere; nothing was sent there");
    }
    String error = error(response.peekBody(ERROR_BYTES).string().strip());
    if (!error.isEmpty()) {
      throw SlackErrors.exception(error);
    }
    if (!response.isSuccessful()) {
      throw SlackErrors.exception("status_" + status);
    }
    return status;
  }

  /** Slack's error word: the body itself, or inside of JSON that is not ok; empty for none. */
  private String error(String body) {
    if (body.matches("[a-z][a-z_]{3,60}")) {
      return body;
    }
    try {
      JsonNode answer = json.readTree(body);
      return answer.path("ok").asBoolean(true) ? "" : answer.path("error").asText("unknown_error");
    } catch (JsonProcessingException text) {
      return "";
    }
  }
}
