package dev.costbot.checks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.Resource;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A {@code cases.yaml} of the knowledge base: resources and what their check has to say of them.
 */
final class CaseFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final JsonNode file;

  CaseFile(Path path) {
    try {
      file = YAML.readTree(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  record Case(String name, Resource resource, Inventory inventory, JsonNode expected) {
    String text(String field) {
      return expected.path(field).asText("");
    }

    Map<String, BigDecimal> thresholds() {
      Map<String, BigDecimal> thresholds = new HashMap<>();
      expected
          .path("thresholds")
          .properties()
          .forEach(t -> thresholds.put(t.getKey(), t.getValue().decimalValue()));
      return thresholds;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  Instant now() {
    return Instant.parse(file.path("now").asText());
  }

  /** Why no case can be unknown; empty when there has to be one. */
  Optional<String> noUnknown() {
    return Optional.ofNullable(file.get("no-unknown")).map(JsonNode::asText);
  }

  List<Case> cases() {
    return StreamSupport.stream(file.path("cases").spliterator(), false).map(this::read).toList();
  }

  private Case read(JsonNode one) {
    Resource resource = resource(merged(file.path("base"), one.path("resource")));
    List<Resource> all = new ArrayList<>(List.of(resource));
    for (JsonNode others : List.of(file.path("others"), one.path("others"))) {
      for (JsonNode other : others) {
        boolean same = other.path("kind").equals(file.path("base").path("kind"));
        JsonNode base = same ? file.path("base") : anyVolume();
        all.add(resource(merged(base, other)));
      }
    }
    return new Case(
        one.path("name").asText(),
        resource,
        new Inventory(
            List.of(resource.id().account()),
            List.of(resource.id().region()),
            now(),
            all,
            one.path("unread").asBoolean() ? List.of(unread(resource)) : List.of()),
        one);
  }

  private static Unread unread(Resource resource) {
    return new Unread(
        resource.id().account(), resource.id().region(), "ec2", "DescribeVolumes refused");
  }

  private static ObjectNode merged(JsonNode base, JsonNode changes) {
    ObjectNode merged = base.deepCopy();
    changes.properties().forEach(change -> merged.set(change.getKey(), change.getValue()));
    return merged;
  }

  private static ObjectNode anyVolume() {
    return YAML.createObjectNode()
        .put("kind", "volume")
        .put("volumeType", "gp3")
        .put("sizeGib", 1)
        .put("state", "available")
        .put("createdAt", "2025-01-01T00:00:00Z")
        .put("availabilityZone", "us-east-1a");
  }

  private static Resource resource(ObjectNode given) {
    String kind = given.remove("kind").asText();
    ResourceType type =
        switch (kind) {
          case "instance" -> ResourceType.EC2_INSTANCE;
          case "volume" -> ResourceType.EBS_VOLUME;
          case "snapshot" -> ResourceType.EBS_SNAPSHOT;
          case "elastic-ip" -> ResourceType.ELASTIC_IP;
          default -> throw new IllegalArgumentException("no kind of resource: " + kind);
        };
    ObjectNode id = YAML.createObjectNode();
    id.put("account", "123456789012");
    id.put("region", given.has("region") ? given.remove("region").asText() : "us-east-1");
    id.put("type", type.name());
    id.set("id", given.get("id"));
    given.set("id", id);
    defaults(type, given);
    Class<? extends Resource> as =
        switch (type) {
          case EC2_INSTANCE -> Ec2Instance.class;
          case EBS_VOLUME -> EbsVolume.class;
          case EBS_SNAPSHOT -> EbsSnapshot.class;
          case ELASTIC_IP -> ElasticIp.class;
        };
    return YAML.convertValue(given, as);
  }

  private static void defaults(ResourceType type, ObjectNode given) {
    if (!given.has("tags")) {
      given.set("tags", YAML.createObjectNode());
    }
    ArrayNode none = YAML.createArrayNode();
    if (type == ResourceType.EBS_VOLUME && !given.has("attachedTo")) {
      given.set("attachedTo", none);
    }
    if (type == ResourceType.EC2_INSTANCE && !given.has("volumes")) {
      given.set("volumes", none);
    }
  }
}
