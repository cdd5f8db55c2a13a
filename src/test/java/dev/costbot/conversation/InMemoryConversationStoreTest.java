package dev.costbot.conversation;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

class InMemoryConversationStoreTest extends ConversationStoreContract {
  private @Nullable InMemoryConversationStore store;
  private Instant now = Instant.EPOCH;

  @Override
  ConversationStore open(Bounds bounds, InstantSource clock) {
    now = clock.instant();
    if (store == null) {
      store = new InMemoryConversationStore(bounds, () -> now);
    }
    return store;
  }
}
