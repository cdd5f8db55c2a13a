package dev.costbot.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps questions as long as the process lives. */
public final class InMemoryDeliveryStore extends EntryStore {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  @Override
  synchronized Entry change(String id, Function<Optional<Entry>, Entry> step) {
    Entry changed = step.apply(Optional.ofNullable(entries.get(id)));
    entries.put(id, changed);
    return changed;
  }

  @Override
  List<Entry> all() {
    return List.copyOf(entries.values());
  }

  @Override
  void remove(String id) {
    entries.remove(id);
  }
}
