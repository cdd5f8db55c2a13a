package dev.costbot.inventory;

import dev.costbot.model.Resource;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of resource in one region. To add a kind of resource, write one of these and name
 * it in {@link Scan#COLLECTORS}.
 *
 * @param <A> what the AWS SDK calls it
 * @param <R> what costbot calls it
 */
interface Collector<A, R extends Resource> {
  ResourceType type();

  AwsOperation operation();

  /** All pages. Throws what the SDK throws; the scan makes a value of it. */
  List<A> read(RegionAccess region);

  /** What Terraform imports it by. */
  @Nullable String id(A answer);

  /**
   * @throws OddAnswerException when a part is missing or impossible that nothing can do without;
   *     the scan then leaves out this one resource, and says so
   */
  R toResource(ResourceId id, A answer);

  /** Reads of other operations that add something to these resources. */
  default List<Supplement<R>> supplements() {
    return List.of();
  }

  default String service() {
    return operation().service();
  }

  /** The IAM actions that all this needs. */
  default Set<String> permissions() {
    Set<String> permissions = new TreeSet<>(Set.of(operation().permission()));
    supplements().forEach(supplement -> permissions.add(supplement.operation().permission()));
    return permissions;
  }
}
