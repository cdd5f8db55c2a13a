package dev.costbot.advisor;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** Any model on Amazon Bedrock that the Converse API serves. */
public final class BedrockModel implements LanguageModel {
  private static final int MOST_CHARACTERS = 1 << 20;

  private final BedrockRuntimeClient bedrock;
  private final String modelId;

  /**
   * @param bedrock retries throttling and server errors by itself, within the time limit of a call
   * @param modelId a model or an inference profile, e.g. {@code
   *     us.anthropic.claude-haiku-4-5-20251001-v1:0}
   */
  public BedrockModel(BedrockRuntimeClient bedrock, String modelId) {
    this.bedrock = bedrock;
    this.modelId = modelId;
  }

  /** The IAM actions this class calls. */
  public static Set<String> permissions() {
    return Set.of("bedrock:InvokeModel");
  }

  @Override
  public String name() {
    return modelId;
  }

  @Override
  public Reply complete(Prompt prompt) throws ModelUnavailableException {
    try {
      return reply(bedrock.converse(request(prompt)));
    } catch (ApiCallTimeoutException
        | ApiCallAttemptTimeoutException
        | AbortedException
        | ModelTimeoutException e) {
      throw new ModelUnavailableException("the model did not answer in time", e);
    } catch (AccessDeniedException e) {
      throw new ModelUnavailableException(
          "Bedrock denied access to "
              + modelId
              + ": enable access to the model in the Bedrock console, and allow"
              + " bedrock:InvokeModel on it in costbot's IAM policy",
          e);
    } catch (ValidationException | ResourceNotFoundException e) {
      throw new ModelUnavailableException(
          "Bedrock refused the request: check that the model id "
              + modelId
              + " exists in this region (many models want an inference profile such as us.… or"
              + " eu.…)",
          e);
    } catch (ThrottlingException | ServiceQuotaExceededException e) {
      throw new ModelUnavailableException("Bedrock has too many requests for this account", e);
    } catch (AwsServiceException e) {
      throw new ModelUnavailableException(
          "Bedrock is out of order or overloaded (HTTP " + e.statusCode() + ")", e);
    } catch (SdkException e) {
      throw new ModelUnavailableException(
          "Bedrock could not be called: check the region and the credentials", e);
    }
  }

  private ConverseRequest request(Prompt prompt) {
    return ConverseRequest.builder()
        .modelId(modelId)
        .system(SystemContentBlock.fromText(prompt.instructions()))
        .messages(prompt.messages().stream().map(BedrockModel::message).toList())
        .inferenceConfig(
            InferenceConfiguration.builder().maxTokens(prompt.maxTokens()).temperature(0f).build())
        .overrideConfiguration(override -> override.apiCallTimeout(prompt.timeLimit()))
        .build();
  }

  private static software.amazon.awssdk.services.bedrockruntime.model.Message message(
      Message message) {
    ConversationRole role =
        switch (message.role()) {
          case USER -> ConversationRole.USER;
          case ASSISTANT -> ConversationRole.ASSISTANT;
        };
    return software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
        .role(role)
        .content(ContentBlock.fromText(message.text()))
        .build();
  }

  private static Reply reply(ConverseResponse response) throws ModelUnavailableException {
    StopReason stop = response.stopReason();
    if (stop == StopReason.MAX_TOKENS) {
      throw new ModelUnavailableException("the model's answer was longer than allowed");
    }
    if (stop == StopReason.GUARDRAIL_INTERVENED || stop == StopReason.CONTENT_FILTERED) {
      throw new ModelUnavailableException("Bedrock withheld the model's answer");
    }
    if (stop != StopReason.END_TURN && stop != StopReason.STOP_SEQUENCE) {
      throw new ModelUnavailableException("the model did not finish its answer");
    }
    String text = text(response);
    if (text.isBlank()) {
      throw new ModelUnavailableException("the model answered with nothing");
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new ModelUnavailableException("the model's answer was longer than allowed");
    }
    Integer tokens = response.usage() == null ? null : response.usage().totalTokens();
    return new Reply(text, tokens == null ? 0 : tokens);
  }

  /** The text blocks together; a model that thinks sends its thoughts as blocks of another kind. */
  private static String text(ConverseResponse response) {
    if (response.output() == null || response.output().message() == null) {
      return "";
    }
    List<ContentBlock> blocks = response.output().message().content();
    return String.join(
        "", blocks.stream().map(ContentBlock::text).filter(text -> text != null).toList());
  }
}
