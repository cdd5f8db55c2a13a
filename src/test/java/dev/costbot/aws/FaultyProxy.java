package dev.costbot.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands between the SDK and the emulator, notes every call, and fails those a test wants failed.
 */
public final class FaultyProxy implements AutoCloseable {
  /** The credential scope of a signature names the region: {@code Credential=KEY/DAY/REGION/…}. */
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d{8}/([a-z0-9-]+)/");

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A call of AWS's query protocol: EC2, STS and CloudWatch. */
  public record Call(String action, String region, Map<String, String> parameters) {}

  public record Reply(int status, String body) {
    public static Reply xml(String body) {
      return new Reply(200, body);
    }

    /** An error as EC2 words it. */
    public static Reply ec2Error(int status, String code, String message) {
      return new Reply(
          status,
          """
          <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>\
          <RequestID>r-1</RequestID></Response>"""
              .formatted(code, message));
    }

    /** An error as STS and CloudWatch word it. */
    public static Reply queryError(int status, String code, String message) {
      return new Reply(
          status,
          """
          <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
          <RequestId>r-1</RequestId></ErrorResponse>"""
              .formatted(code, message));
    }
  }

  private record Rule(
      Predicate<Call> applies, AtomicInteger timesLeft, Function<Call, Optional<Reply>> reply) {
    boolean takes(Call call) {
      return applies.test(call) && timesLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
  }

  public FaultyProxy(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Every call so far, in the order they came, repeats included. */
  public List<Call> calls(String action) {
    return calls.stream().filter(call -> call.action().equals(action)).toList();
  }

  /** Answers an action itself, in every region. */
  public void answer(String action, Function<Call, Reply> reply) {
    on(
        call -> call.action().equals(action),
        Integer.MAX_VALUE,
        call -> Optional.of(reply.apply(call)));
  }

  /** Answers an action in one region, so many times, and lets it pass from then on. */
  public void answer(String action, String region, int times, Reply reply) {
    on(at(action, region), times, call -> Optional.of(reply));
  }

  public void answer(String action, String region, Reply reply) {
    answer(action, region, Integer.MAX_VALUE, reply);
  }

  /** Takes every call in a region that the test accepts and never answers it. */
  public void hang(Predicate<Call> calls) {
    on(calls, Integer.MAX_VALUE, call -> Optional.empty());
  }

  public static Predicate<Call> at(String action, String region) {
    return call -> call.action().equals(action) && call.region().equals(region);
  }

  private void on(Predicate<Call> calls, int times, Function<Call, Optional<Reply>> reply) {
    rules.add(new Rule(calls, new AtomicInteger(times), reply));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Call call = read(exchange, body);
      calls.add(call);
      Optional<Rule> rule = rules.stream().filter(each -> each.takes(call)).findFirst();
      if (rule.isEmpty()) {
        forward(exchange, body);
        return;
      }
      Optional<Reply> reply = rule.get().reply().apply(call);
      if (reply.isPresent()) {
        send(exchange, reply.get().status(), reply.get().body().getBytes(StandardCharsets.UTF_8));
      } else {
        closed.await();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call read(HttpExchange exchange, byte[] body) {
    Map<String, String> parameters =
        Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&", -1))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(
                Collectors.toMap(
                    pair -> pair[0],
                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                    (first, second) -> second));
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher scope = SCOPE.matcher(signature == null ? "" : signature);
    return new Call(
        parameters.getOrDefault("Action", ""), scope.find() ? scope.group(1) : "", parameters);
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    send(exchange, answer.statusCode(), answer.body());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
