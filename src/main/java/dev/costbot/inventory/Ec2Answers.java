package dev.costbot.inventory;

import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** Guards against answers that are XML but not EC2's. */
final class Ec2Answers {
  private Ec2Answers() {}

  /**
   * The SDK reads any well-formed XML with status 200, such as a proxy's sign-in page, as an empty
   * list. A page that carries no request id is not EC2's, and must not look like "nothing there".
   *
   * @throws IllegalStateException when it carries none
   */
  static <P extends Ec2Response> P genuine(P page) {
    String requestId = page.responseMetadata().requestId();
    if (requestId == null || requestId.isBlank() || requestId.equals("UNKNOWN")) {
      throw new IllegalStateException("the answer is not EC2's");
    }
    return page;
  }
}
