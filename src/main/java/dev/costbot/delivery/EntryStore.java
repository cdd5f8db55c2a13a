package dev.costbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store that can read, change and write an entry while nobody else does. */
abstract class EntryStore implements DeliveryStore {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private Instant nextCleaning = Instant.EPOCH;

  /**
   * Replaces the entry, undisturbed; writes nothing when the step throws or changes nothing.
   *
   * @return the entry as it is now
   */
  abstract Entry change(String id, Function<Optional<Entry>, Entry> step);

  abstract List<Entry> all();

  abstract void remove(String id);

  @Override
  public final boolean accept(String id, String envelope, Instant now) {
    clean(now);
    AtomicBoolean fresh = new AtomicBoolean();
    change(
        id,
        found -> {
          fresh.set(found.isEmpty());
          return found.orElseGet(() -> Entry.accepted(id, envelope, now));
        });
    return fresh.get();
  }

  @Override
  public final Claim claim(String id, String envelope, Instant now, Instant leaseEnds) {
    String owner = UUID.randomUUID().toString();
    return change(
            id,
            found ->
                found
                    .orElseGet(() -> Entry.accepted(id, envelope, now))
                    .claimedBy(owner, now, leaseEnds))
        .claim(owner);
  }

  @Override
  public final void renew(Lease lease, Instant leaseEnds) {
    owned(lease, entry -> entry.renewed(leaseEnds));
  }

  @Override
  public final void answered(Lease lease, String message) {
    owned(lease, entry -> entry.answered(message));
  }

  @Override
  public final void posting(Lease lease) {
    owned(lease, Entry::posting);
  }

  @Override
  public final void posted(Lease lease, @Nullable String thread) {
    owned(lease, entry -> entry.posted(thread));
  }

  @Override
  public final List<Accepted> unfinished(Instant now) {
    return all().stream()
        .filter(entry -> !entry.expired(now))
        .sorted(Comparator.comparing(Entry::acceptedAt))
        .flatMap(EntryStore::unfinished)
        .toList();
  }

  private static Stream<Accepted> unfinished(Entry entry) {
    String envelope = entry.envelope();
    return entry.phase() == Phase.POSTED || envelope == null
        ? Stream.of()
        : Stream.of(new Accepted(entry.id(), envelope, entry.acceptedAt()));
  }

  private void owned(Lease lease, UnaryOperator<Entry> step) {
    change(
        lease.id(),
        found ->
            found
                .filter(entry -> lease.owner().equals(entry.owner()))
                .map(step)
                .orElseThrow(() -> new LeaseLostException(lease)));
  }

  private synchronized void clean(Instant now) {
    if (now.isBefore(nextCleaning)) {
      return;
    }
    nextCleaning = now.plus(BETWEEN_CLEANINGS);
    all().stream().filter(entry -> entry.expired(now)).forEach(entry -> remove(entry.id()));
  }
}
