package dev.costbot.inventory;

import dev.costbot.model.Collected;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * A reading call of the AWS API: which permission it needs, and what its failure means to a person.
 *
 * @param service as in IAM actions, e.g. {@code ec2}
 * @param name e.g. {@code DescribeVolumes}
 */
record AwsOperation(String service, String name) {
  private static final Set<String> REFUSED =
      Set.of(
          "UnauthorizedOperation",
          "AccessDenied",
          "AccessDeniedException",
          "NotAuthorized",
          "Forbidden");
  private static final Set<String> CREDENTIALS =
      Set.of(
          "AuthFailure",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestExpired",
          "SignatureDoesNotMatch");

  /** The IAM action. */
  String permission() {
    return service + ":" + name;
  }

  /** Makes the call; whatever AWS or the way to it does wrong becomes a value. */
  <T> Collected<T> attempt(Supplier<List<T>> call) {
    try {
      return new Collected.Read<>(call.get());
    } catch (AwsServiceException refusal) {
      return judged(refusal);
    } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException late) {
      return failed("got no answer in time: try again later");
    } catch (RuntimeException broken) {
      // The SDK's parsers throw whatever they stumble on, so this cannot be narrower.
      return failed("gave no usable answer (" + Causes.firstLine(broken) + "): try again later");
    }
  }

  String notReadInTime() {
    return name + ": not read in time";
  }

  private <T> Collected<T> judged(AwsServiceException refusal) {
    String code = code(refusal);
    if (REFUSED.contains(code)) {
      return new Collected.Denied<>(
          "%s refused (%s): %s".formatted(name, code, cureOfRefusal(refusal)));
    }
    if (CREDENTIALS.contains(code)) {
      return failed(
          "failed (%s): renew the credentials, or leave out this region if it is not enabled"
              .formatted(code));
    }
    if (refusal.isThrottlingException()) {
      return failed(
          "was throttled to the end (%s): try again when less else calls AWS".formatted(code));
    }
    return failed("failed (%s, HTTP %d): try again later".formatted(code, refusal.statusCode()));
  }

  private String cureOfRefusal(AwsServiceException refusal) {
    String message = refusal.getMessage();
    if (message != null && message.contains("service control policy")) {
      return "a service control policy of the organization denies %s here".formatted(permission());
    }
    return "allow %s in the role's policy".formatted(permission());
  }

  private <T> Collected<T> failed(String what) {
    return new Collected.Failed<>(name + " " + what);
  }

  static String code(AwsServiceException refusal) {
    @Nullable AwsErrorDetails details = refusal.awsErrorDetails();
    @Nullable String code = details == null ? null : details.errorCode();
    return code == null ? "HTTP " + refusal.statusCode() : code;
  }
}
