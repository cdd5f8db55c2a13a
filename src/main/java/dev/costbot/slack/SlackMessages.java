package dev.costbot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.costbot.report.SlackMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slack's Web API, as far as messages go. Waits when Slack asks for it and there is time. */
public final class SlackMessages {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(15).toMillis();
  private static final int PAGE = 100;
  private static final int TOO_MANY_REQUESTS = 429;

  private final MethodsClient slack;
  private final TimeLeft timeLeft;

  private SlackMessages(MethodsClient slack, TimeLeft timeLeft) {
    this.slack = slack;
    this.timeLeft = timeLeft;
  }

  /**
   * @param token the bot token
   * @param apiUrl e.g. {@code https://slack.com/api/}
   */
  public static SlackMessages connect(String token, String apiUrl, TimeLeft timeLeft) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.endsWith("/") ? apiUrl : apiUrl + "/");
    config.setHttpClientCallTimeoutMillis(TIMEOUT_MILLIS);
    config.setStatsEnabled(false);
    SlackHttpClient http =
        new SlackHttpClient(
            SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .addInterceptor(new SentOnce())
                .addInterceptor(new WithinTimeLeft(timeLeft))
                .build());
    return new SlackMessages(Slack.getInstance(config, http).methods(token), timeLeft);
  }

  /**
   * Posts a message for all in the channel.
   *
   * @return its {@code ts}
   */
  String post(String channel, @Nullable String threadTs, SlackMessage message, PostMark mark)
      throws IOException {
    return PlainerForms.send(
        forms(message),
        form ->
            patiently(
                    () ->
                        slack.chatPostMessage(
                            ChatPostMessageRequest.builder()
                                .channel(channel)
                                .threadTs(threadTs)
                                .text(form.text())
                                .blocksAsString(blocksOrNull(form))
                                .unfurlLinks(false)
                                .unfurlMedia(false)
                                .metadata(mark.metadata())
                                .build()))
                .getTs());
  }

  /** Posts a message for one person; Slack keeps no record of it that could be asked for. */
  void postOnlyFor(String user, String channel, @Nullable String threadTs, SlackMessage message)
      throws IOException {
    PlainerForms.send(
        forms(message),
        form ->
            patiently(
                () ->
                    slack.chatPostEphemeral(
                        ChatPostEphemeralRequest.builder()
                            .channel(channel)
                            .user(user)
                            .threadTs(threadTs)
                            .text(form.text())
                            .blocksAsString(blocksOrNull(form))
                            .build())));
  }

  /** A page of a thread, its first message included. */
  MessagePage replies(String channel, String threadTs, Instant since, @Nullable String cursor)
      throws IOException {
    ConversationsRepliesResponse page =
        once(
            () ->
                slack.conversationsReplies(
                    ConversationsRepliesRequest.builder()
                        .channel(channel)
                        .ts(threadTs)
                        .oldest(MessagePage.ts(since))
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)
                        .build()));
    return MessagePage.of(page.getMessages(), page.getResponseMetadata(), page.isHasMore());
  }

  /** A page of a channel's messages outside threads, the newest first. */
  MessagePage history(String channel, Instant since, @Nullable String cursor) throws IOException {
    ConversationsHistoryResponse page =
        once(
            () ->
                slack.conversationsHistory(
                    ConversationsHistoryRequest.builder()
                        .channel(channel)
                        .oldest(MessagePage.ts(since))
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)
                        .build()));
    return MessagePage.of(page.getMessages(), page.getResponseMetadata(), page.isHasMore());
  }

  /** One call of the Web API. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws IOException, SlackApiException;
  }

  private <T extends SlackApiTextResponse> T patiently(Call<T> call) throws IOException {
    while (true) {
      try {
        return checked(call.make());
      } catch (SlackApiException refused) {
        if (refused.getResponse().code() != TOO_MANY_REQUESTS) {
          throw broken(refused);
        }
        timeLeft.await(RetryAfter.of(refused.getResponse()));
      }
    }
  }

  /** Looking back is worth no waiting: whoever asks can do without. */
  private static <T extends SlackApiTextResponse> T once(Call<T> call) throws IOException {
    try {
      return checked(call.make());
    } catch (SlackApiException refused) {
      throw broken(refused);
    }
  }

  private static <T extends SlackApiTextResponse> T checked(T response) throws IOException {
    if (!response.isOk()) {
      throw SlackErrors.exception(String.valueOf(response.getError()));
    }
    return response;
  }

  /** Without the cause, which holds the whole response: that is not for a log. */
  private static IOException broken(SlackApiException refused) {
    return new IOException("Slack answered with status " + refused.getResponse().code());
  }

  private static List<SlackMessage> forms(SlackMessage message) {
    return List.of(message, message.inSections(), message.asText());
  }

  private static @Nullable String blocksOrNull(SlackMessage message) {
    return message.blocks().isEmpty() ? null : message.blocksJson();
  }
}
