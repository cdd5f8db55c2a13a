package dev.costbot.app.front;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where a service is called, by the variables every AWS tool honours.
 *
 * @param uri without a trailing slash
 */
record AwsEndpoint(String region, URI uri) {

  static AwsEndpoint of(String service, Map<String, String> environment) {
    String region =
        environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", ""));
    if (region.isEmpty()) {
      throw new IllegalArgumentException("AWS_REGION is not set");
    }
    String own =
        environment.getOrDefault("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "");
    String given = own.isEmpty() ? environment.getOrDefault("AWS_ENDPOINT_URL", "") : own;
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    String url = given.isEmpty() ? "https://" + service + "." + region + domain : given;
    return new AwsEndpoint(
        region, URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
  }
}
