package dev.costbot.inventory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;

/**
 * An inventory as JSON: {@code {"accounts":[…],"regions":[…],"scannedAt":…,"resources":[…],
 * "unread":[…]}}, a resource a line with its {@code kind} first, tags sorted, times in UTC. The
 * same inventory is always the same bytes.
 */
public final class InventoryJson {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public InventoryJson() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Resource.class, KindOfResource.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    this.reader = mapper.readerFor(Inventory.class);
    this.writer = mapper.writer(new LinePerResource());
  }

  /**
   * @throws IOException when it cannot be read or is no inventory
   */
  public Inventory read(InputStream json) throws IOException {
    return reader.readValue(json);
  }

  /** Leaves the stream open. */
  public void write(Inventory inventory, OutputStream to) throws IOException {
    writer.writeValue(to, inventory);
    to.write('\n');
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Ec2Instance.class, name = "instance"),
    @JsonSubTypes.Type(value = EbsVolume.class, name = "volume"),
    @JsonSubTypes.Type(value = EbsSnapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = ElasticIp.class, name = "elastic-ip")
  })
  private interface KindOfResource {}

  /** Breaks lines down to the resources, and not within them. */
  private static final class LinePerResource extends DefaultPrettyPrinter {
    @Serial private static final long serialVersionUID = 1L;

    LinePerResource() {
      super(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
      indentObjectsWith(new LinesDownTo(1));
      indentArraysWith(new LinesDownTo(2));
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new LinePerResource();
    }

    private static final class LinesDownTo extends DefaultIndenter {
      @Serial private static final long serialVersionUID = 1L;
      private final int deepest;

      LinesDownTo(int deepest) {
        super("  ", "\n");
        this.deepest = deepest;
      }

      @Override
      public void writeIndentation(JsonGenerator to, int level) throws IOException {
        if (level <= deepest) {
          super.writeIndentation(to, level);
        }
      }
    }
  }
}
