package dev.costbot.cost;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in words what Cost Explorer's errors mean and what to do about them. */
final class CostExplorerRefusal {
  private static final String NOT_ENABLED =
      "Cost Explorer is not enabled for this account, or has no data yet. Open \"Billing and Cost"
          + " Management\" > \"Cost Explorer\" in the AWS console once (in an organization the"
          + " management account has to, and to allow its member accounts); the first data arrive"
          + " within 24 hours.";

  private CostExplorerRefusal() {}

  static CostUnavailableException explain(SdkException error) {
    if (error instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
      return new CostUnavailableException(words(answered), error);
    }
    return new CostUnavailableException(
        "Cost Explorer could not be asked: no usable AWS credentials, no network, or no answer in"
            + " time.",
        error);
  }

  private static String words(AwsServiceException error) {
    AwsErrorDetails details = error.awsErrorDetails();
    String code = details.errorCode() == null ? "" : details.errorCode();
    String message =
        details.errorMessage() == null ? "" : details.errorMessage().toLowerCase(Locale.ROOT);
    // Cost Explorer says "access denied" also where it was never switched on, whatever the policy.
    if (code.equals("DataUnavailableException")
        || message.contains("not enabled for cost explorer")
        || message.contains("cost explorer is not enabled")) {
      return NOT_ENABLED;
    }
    if (message.contains("historical data beyond")) {
      return "Cost Explorer keeps daily costs of the current month and the 13 months before it;"
          + " these days are older. A FOCUS export can answer for them.";
    }
    if (code.startsWith("AccessDenied") || code.equals("UnauthorizedOperation")) {
      return "Access to Cost Explorer was denied: the permission ce:GetCostAndUsage is missing, or"
          + " something forbids it.";
    }
    if (error.isThrottlingException() || code.equals("LimitExceededException")) {
      return "Cost Explorer is throttling this account's requests, also after several tries. Ask"
          + " again in a few minutes.";
    }
    if (error.statusCode() == 401
        || code.startsWith("ExpiredToken")
        || code.equals("UnrecognizedClientException")
        || code.equals("InvalidSignatureException")) {
      return "AWS did not accept the credentials (" + code + "). Sign in again, or renew them.";
    }
    return "Cost Explorer answered with an error (HTTP %d %s)."
        .formatted(error.statusCode(), code)
        .replace(" )", ")");
  }
}
