package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against AWS's published Signature Version 4 test suite (names as there; awslabs/aws-c-auth,
 * tests/aws-signing-test-suite/v4) and, for the two calls this product makes, against botocore
 * 1.44.5's SigV4Auth, which gives the suite's values too.
 */
class SigV4Test {
  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
  private static final String TOKEN =
      "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "get-vanilla, GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-vanilla-query, GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-vanilla-query-order-key-case, GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "get-utf8, GET, /ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "post-vanilla, POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
  })
  void signsAsThePublishedSuiteDoes(String name, String method, String path, String signature) {
    Map<String, String> signed =
        sign(method, "https://example.amazonaws.com" + path, Map.of(), "", null, "service");
    assertThat(signed)
        .containsEntry("X-Amz-Date", "20150830T123600Z")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256"
                + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + signature);
  }

  @Test
  void signsABody() {
    // post-x-www-form-urlencoded of the suite as first published, and botocore
    assertThat(
            sign(
                "POST",
                "https://example.amazonaws.com/",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "Param1=value1",
                null,
                "service"))
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256"
                + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-date, Signature="
                + "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void signsTheBodysLengthAndHashWhereTheyAreSent() {
    // post-x-www-form-urlencoded of the suite as it is today
    assertThat(
            sign(
                "POST",
                "https://example.amazonaws.com/",
                Map.of(
                    "Content-Type", "application/x-www-form-urlencoded",
                    "Content-Length", "13",
                    "x-amz-content-sha256",
                        "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"),
                "Param1=value1",
                null,
                "service"))
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256"
                + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=content-length;content-type;host;x-amz-content-sha256;x-amz-date,"
                + " Signature=d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b");
  }

  @Test
  void signsAndSendsASessionToken() {
    // get-vanilla-with-session-token
    assertThat(sign("GET", "https://example.amazonaws.com/", Map.of(), "", TOKEN, "service"))
        .containsEntry("X-Amz-Security-Token", TOKEN)
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256"
                + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date;x-amz-security-token, Signature="
                + "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8");
  }

  @ParameterizedTest
  @CsvSource({
    "costbot-worker%3Alive, ca27c7417b6a866bd9baf286376a3dbf015f7e331d0d8f718ea436742384eb03",
    "arn%3Aaws%3Alambda%3Aeu-central-1%3A123456789012%3Afunction%3Acostbot-worker%3Alive,"
        + " 3b280a530eb24c5fda6fd3e1f93aa69928504946451d796aefa1bcddaf1bad4b"
  })
  void signsAnInvocationAsBotocoreDoes(String function, String signature) {
    Map<String, String> signed =
        sign(
            "POST",
            "https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/"
                + function
                + "/invocations",
            Map.of("X-Amz-Invocation-Type", "Event", "Content-Type", "application/json"),
            "{\"version\":1}",
            TOKEN,
            "lambda");
    assertThat(signed.get("Authorization"))
        .contains(
            "SignedHeaders=content-type;host;x-amz-date;x-amz-invocation-type;x-amz-security-token")
        .endsWith("Signature=" + signature);
  }

  @Test
  void signsAParameterLookUpAsBotocoreDoes() {
    Map<String, String> signed =
        sign(
            "POST",
            "https://ssm.eu-central-1.amazonaws.com/",
            Map.of(
                "X-Amz-Target", "AmazonSSM.GetParameter",
                "Content-Type", "application/x-amz-json-1.1"),
            "{\"Name\":\"/costbot/slack_signing_secret\",\"WithDecryption\":true}",
            TOKEN,
            "ssm");
    assertThat(signed.get("Authorization"))
        .endsWith("Signature=17ebddfb830038fb4de7984d4e6df6d6a74a7bcee7590d3351c1681cd5acbe3d");
  }

  private static Map<String, String> sign(
      String method,
      String uri,
      Map<String, String> headers,
      String body,
      @Nullable String token,
      String service) {
    return SigV4.sign(
        method,
        URI.create(uri),
        headers,
        body.getBytes(UTF_8),
        new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token),
        service.equals("service") ? "us-east-1" : "eu-central-1",
        service,
        NOW);
  }
}
