package dev.costbot.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Terraform manages already, from {@code terraform show -json}. */
public final class TerraformState {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** An instance's block of a volume that is not its root. */
  static final String EBS_BLOCK = "ebs_block_device";

  private static final List<String> BLOCK_DEVICES = List.of("root_block_device", EBS_BLOCK);

  private static final Set<String> OTHER_SNAPSHOTS =
      Set.of("aws_ebs_snapshot_copy", "aws_ebs_snapshot_import");
  private static final Set<String> STATE_WITHOUT_VALUES =
      Set.of("format_version", "terraform_version");

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
    if (root.has("planned_values")) {
      throw notAState("this is a plan; run terraform show -json without a plan file");
    }
    // Without values it is an empty state, or the JSON of another terraform command.
    if (!root.has("values") && !STATE_WITHOUT_VALUES.containsAll(names(root))) {
      throw notAState("it holds no values");
    }
    List<Managed> managed = new ArrayList<>();
    collect(root.path("values").path("root_module"), managed);
    return new TerraformState(List.copyOf(managed));
  }

  /**
   * Where the resource is managed, e.g. {@code module.db.aws_ebs_volume.data["a"]}. A resource of
   * its own comes before a block: the state of an instance lists all its volumes, also those that
   * stand elsewhere.
   */
  Optional<Managed> find(ResourceId resource) {
    return managed.stream()
        .filter(entry -> entry.id().equals(resource.id()))
        .filter(entry -> entry.region().isEmpty() || entry.region().equals(resource.region()))
        .filter(entry -> !entry.block().isEmpty() || isOf(resource.type(), entry.type()))
        .min(Comparator.comparing(entry -> !entry.block().isEmpty()));
  }

  /** Not by the beginning of the name: an aws_eip_domain_name has the id of its address. */
  private static boolean isOf(ResourceType type, String terraformType) {
    return terraformType.equals(type.terraformType())
        || (type == ResourceType.EBS_SNAPSHOT && OTHER_SNAPSHOTS.contains(terraformType));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * @param region empty where the provider of the state does not know regions by resource
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
