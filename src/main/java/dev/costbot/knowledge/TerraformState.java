package dev.costbot.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.costbot.model.ResourceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Terraform manages already, from {@code terraform show -json}. */
public final class TerraformState {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> BLOCK_DEVICES =
      List.of("root_block_device", "ebs_block_device");

  private final List<Managed> managed;

  private TerraformState(List<Managed> managed) {
    this.managed = managed;
  }

  /** Nothing is managed, as far as is known. */
  public static TerraformState empty() {
    return new TerraformState(List.of());
  }

  /**
   * Reads the output of {@code terraform show -json}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static TerraformState read(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw notAState("it is not JSON: " + e.getMessage());
    }
    if (!root.path("format_version").isTextual()) {
      throw notAState(
          root.has("serial")
              ? "this is the raw state; run terraform show -json > state.json"
              : "it has no format_version");
    }
    List<Managed> managed = new ArrayList<>();
    collect(root.path("values").path("root_module"), managed);
    return new TerraformState(List.copyOf(managed));
  }

  /** Where the resource is managed, e.g. {@code module.db.aws_ebs_volume.data["a"]}. */
  Optional<Managed> find(ResourceId resource) {
    return managed.stream()
        .filter(entry -> entry.id().equals(resource.id()))
        .filter(entry -> entry.region().isEmpty() || entry.region().equals(resource.region()))
        .filter(
            entry ->
                !entry.block().isEmpty()
                    || entry.type().startsWith(resource.type().terraformType()))
        .findFirst();
  }

  /**
   * @param block the block in which the resource stands; empty when it is the whole resource
   */
  record Managed(String address, String type, String id, String region, String block) {}

  private static void collect(JsonNode module, List<Managed> managed) {
    for (JsonNode resource : module.path("resources")) {
      if (!resource.path("mode").asText().equals("managed")) {
        continue;
      }
      String address = resource.path("address").asText();
      String type = resource.path("type").asText();
      JsonNode values = resource.path("values");
      String region = values.path("region").asText("");
      managed.add(new Managed(address, type, values.path("id").asText(""), region, ""));
      for (String block : BLOCK_DEVICES) {
        for (JsonNode device : values.path(block)) {
          managed.add(
              new Managed(address, type, device.path("volume_id").asText(""), region, block));
        }
      }
    }
    for (JsonNode child : module.path("child_modules")) {
      collect(child, managed);
    }
  }

  private static IllegalArgumentException notAState(String why) {
    return new IllegalArgumentException("expected the output of terraform show -json, but " + why);
  }
}
