package dev.costbot.inventory;

import dev.costbot.model.Resource;
import java.util.List;

/**
 * A second read that adds a fact to resources already collected. When it fails the resources stay,
 * without that fact.
 */
interface Supplement<R extends Resource> {
  AwsOperation operation();

  /** The same resources with the fact. Throws what the SDK throws. */
  List<R> supplement(RegionAccess region, List<R> resources);
}
