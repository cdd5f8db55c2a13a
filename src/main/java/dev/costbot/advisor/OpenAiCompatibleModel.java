package dev.costbot.advisor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** DeepSeek, OpenAI, or any server that answers {@code POST /chat/completions}. */
public final class OpenAiCompatibleModel implements LanguageModel {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 500, 503);

  private final ModelSettings settings;
  private final OpenAiProtocol protocol;
  private final HttpUrl url;
  private final OkHttpClient http;

  /**
   * @param http shared with others for its connections; its time-outs and redirects are set here
   */
  public OpenAiCompatibleModel(ModelSettings settings, OkHttpClient http) {
    this.settings = settings;
    this.protocol = new OpenAiProtocol(settings);
    this.url =
        HttpUrl.get(settings.baseUrl().toString())
            .newBuilder()
            .addPathSegments("chat/completions")
            .build();
    // A redirect would take the question, and maybe the key, to somewhere nobody named. The read
    // time-out is off: under load DeepSeek sends blank lines, so only the whole call can be
    // bounded.
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ofSeconds(3))
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ofSeconds(10))
            .build();
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Reply complete(Prompt prompt) throws ModelUnavailableException {
    byte[] body = protocol.request(prompt);
    long end = System.nanoTime() + prompt.timeLimit().toNanos();
    for (int attempt = 1; ; attempt++) {
      switch (attempt(body, remaining(end))) {
        case Outcome.Answered answered -> {
          return answered.reply();
        }
        case Outcome.Busy busy -> pause(busy, attempt, end);
      }
    }
  }

  private sealed interface Outcome {
    record Answered(Reply reply) implements Outcome {}

    /**
     * @param pause as the server asks for; empty when it does not say
     */
    record Busy(String message, Optional<Duration> pause, @Nullable IOException cause)
        implements Outcome {
      ModelUnavailableException givenUp() {
        return cause == null
            ? new ModelUnavailableException(message)
            : new ModelUnavailableException(message, cause);
      }
    }
  }

  private Outcome attempt(byte[] body, Duration limit) throws ModelUnavailableException {
    Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(body, JSON));
    if (!settings.key().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    OkHttpClient bounded = http.newBuilder().callTimeout(limit).build();
    try (Response response = bounded.newCall(request.build()).execute()) {
      byte[] answer = bounded(response.body().source());
      if (response.code() == 200) {
        return new Outcome.Answered(protocol.reply(answer));
      }
      String message = explain(response.code(), protocol.errorCode(answer));
      if (WORTH_ANOTHER_TRY.contains(response.code())) {
        return new Outcome.Busy(message, RetryAfter.of(response.header("Retry-After")), null);
      }
      throw new ModelUnavailableException(message);
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      return new Outcome.Busy("the model's server cannot be reached", Optional.empty(), e);
    } catch (InterruptedIOException e) {
      throw new ModelUnavailableException("the model did not answer in time", e);
    } catch (IOException e) {
      throw new ModelUnavailableException("the connection to the model broke", e);
    }
  }

  private static byte[] bounded(BufferedSource source)
      throws IOException, ModelUnavailableException {
    if (source.request(MOST_BYTES + 1)) {
      throw new ModelUnavailableException("the model's answer was longer than allowed");
    }
    return source.readByteArray();
  }

  private void pause(Outcome.Busy busy, int attempt, long end) throws ModelUnavailableException {
    Duration backoff = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
    long jitter = ThreadLocalRandom.current().nextLong(backoff.toMillis() / 2);
    Duration wait = busy.pause().orElse(backoff.plusMillis(jitter));
    if (attempt == MOST_ATTEMPTS || wait.toNanos() >= end - System.nanoTime()) {
      throw busy.givenUp();
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelUnavailableException("waiting for the model was interrupted", e);
    }
  }

  private static Duration remaining(long end) throws ModelUnavailableException {
    // OkHttp reads a call time-out of nought as none at all, and it counts in milliseconds.
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.toMillis() < 1) {
      throw new ModelUnavailableException("the model did not answer in time");
    }
    return left;
  }

  private String explain(int status, String code) {
    String provider = settings.provider();
    String said =
        switch (status) {
          case 400, 422 -> "the %s server refused the request as invalid".formatted(provider);
          case 401 -> "the %s key was not accepted".formatted(provider);
          case 402 -> "the %s account has no balance left".formatted(provider);
          case 403 -> "the %s key may not use this model".formatted(provider);
          case 404 ->
              "the %s server knows no model %s at this URL".formatted(provider, settings.model());
          case 429 -> "the %s server has too many requests".formatted(provider);
          case 500, 502, 503, 504 ->
              "the %s server is out of order or overloaded".formatted(provider);
          default -> "the %s server answered unexpectedly".formatted(provider);
        };
    String detail = code.isEmpty() ? "" : ", " + code;
    return String.format(Locale.ROOT, "%s (HTTP %d%s)", said, status, detail);
  }
}
