package dev.costbot.inventory;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Finds out whose account the credentials belong to. */
final class Caller {
  static final AwsOperation OPERATION = new AwsOperation("sts", "GetCallerIdentity");

  private Caller() {}

  /**
   * Twelve digits.
   *
   * @throws AccountUnknownException when AWS does not say
   */
  static String account(StsClient sts) {
    try {
      String account = sts.getCallerIdentity().account();
      if (account == null || account.isBlank()) {
        throw new AccountUnknownException("AWS named no account. Is the endpoint really AWS?");
      }
      return account;
    } catch (AwsServiceException refusal) {
      throw new AccountUnknownException(advice(AwsOperation.code(refusal)), refusal);
    } catch (SdkClientException unable) {
      throw new AccountUnknownException(advice(unable), unable);
    } catch (SdkException unable) {
      throw new AccountUnknownException(
          "AWS could not be asked whose account this is: " + Causes.firstLine(unable), unable);
    }
  }

  private static String advice(String code) {
    return switch (code) {
      case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
          "The AWS session has expired: sign in again, for example with `aws sso login`.";
      case "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch" ->
          "AWS does not know these credentials (%s): check AWS_PROFILE, AWS_ACCESS_KEY_ID and the system clock."
              .formatted(code);
      default ->
          "AWS refused to say whose account this is (%s): check the credentials and try again."
              .formatted(code);
    };
  }

  private static String advice(SdkClientException unable) {
    String message = String.valueOf(unable.getMessage());
    if (message.startsWith("Unable to load credentials from any of the providers")) {
      return "No AWS credentials found: sign in with `aws sso login` or `aws configure`, or set AWS_PROFILE.";
    }
    return "AWS could not be asked whose account this is: " + Causes.firstLine(unable);
  }
}
