package dev.costbot.checks;

import dev.costbot.model.Resource;
import dev.costbot.model.Verdict;

/**
 * Judges one kind of resource. Pure: what it may know is the resource and its surroundings.
 *
 * <p>A check is one class here and one folder of the same id in {@code knowledge-base/checks}.
 */
public interface Check<R extends Resource> {
  CheckInfo info();

  Class<R> kind();

  Verdict judge(R resource, Surroundings surroundings);
}
