package dev.costbot.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.costbot.model.Inquiry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns as JSON, such that older and newer versions of costbot can read each other's. */
final class TurnJson {
  private static final Logger LOG = LoggerFactory.getLogger(TurnJson.class);

  private final JsonMapper mapper = mapper();

  /** Times as ISO-8601 and decimals as text; unknown fields are passed over. */
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .withConfigOverride(
            BigDecimal.class,
            override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
        .addHandler(new NewerWords())
        .build();
  }

  String write(Turn turn) {
    try {
      return mapper.writeValueAsString(turn);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a turn is plain data and always has a JSON form", e);
    }
  }

  /** Bytes of the turn's JSON in UTF-8. */
  int size(Turn turn) {
    return write(turn).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Empty when it is no turn: one that cannot be read must not cost the whole conversation. */
  Optional<Turn> read(String json) {
    try {
      return Optional.ofNullable(mapper.readValue(json, Turn.class));
    } catch (JsonProcessingException e) {
      // Without the exception's message: it quotes what people said.
      LOG.warn("A remembered turn cannot be read and is left out ({})", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Topics and groupings that this version does not know yet. */
  private static final class NewerWords extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleWeirdStringValue(
        DeserializationContext context, Class<?> target, String value, String reason) {
      if (target == Inquiry.Topic.class) {
        return Inquiry.Topic.OTHER;
      }
      return target == Inquiry.Grouping.class ? Inquiry.Grouping.TOTAL : NOT_HANDLED;
    }
  }
}
