package dev.costbot.app.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One signed POST to an AWS API, without an SDK client: see
 * docs/decisions/2026-11-21-signed-calls.md.
 */
public final class SignedCall {
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final String service;
  private final String region;
  private final URI endpoint;
  private final AwsCredentials credentials;
  private final Clock clock;

  SignedCall(String service, String region, URI endpoint, AwsCredentials credentials, Clock clock) {
    this.service = service;
    this.region = region;
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * A caller for one service, with region, endpoint and credentials as Lambda and the SDKs take
   * them from the environment: {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_<SERVICE>}, {@code
   * AWS_ENDPOINT_URL}.
   *
   * @param service as in its endpoint and in signatures: {@code lambda}, {@code ssm}
   * @throws IllegalArgumentException naming the variable that is not set
   */
  public static SignedCall of(String service, Map<String, String> environment, Clock clock) {
    AwsEndpoint endpoint = AwsEndpoint.of(service, environment);
    return new SignedCall(
        service, endpoint.region(), endpoint.uri(), AwsCredentials.of(environment), clock);
  }

  /**
   * What came back, whatever its status.
   *
   * @param error the exception AWS names in a header, or null
   */
  public record Reply(int status, @Nullable String error, String body) {}

  /**
   * Posts the body.
   *
   * @param path encoded, with its leading slash
   * @param within how long the answer may take once connected; connecting has a second of its own
   * @throws IOException when there was no answer
   */
  public Reply post(String path, Map<String, String> headers, byte[] body, Duration within)
      throws IOException {
    URI uri = URI.create(endpoint + path);
    Map<String, String> signed =
        SigV4.sign("POST", uri, headers, body, credentials, region, service, clock.instant());
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    int wait = (int) Math.max(1, within.toMillis());
    connection.setConnectTimeout((int) Math.min(CONNECT.toMillis(), wait));
    connection.setReadTimeout(wait);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    // A known length also keeps the JDK from silently sending a POST twice.
    connection.setFixedLengthStreamingMode(body.length);
    for (Map.Entry<String, String> header : signed.entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    return new Reply(
        status, connection.getHeaderField("x-amzn-ErrorType"), all(connection, status));
  }

  private static String all(HttpURLConnection connection, int status) throws IOException {
    // Read to its end, so that the connection can serve the next call.
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
