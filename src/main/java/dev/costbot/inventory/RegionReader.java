package dev.costbot.inventory;

import static dev.costbot.inventory.Answers.required;

import dev.costbot.model.Collected;
import dev.costbot.model.Resource;
import dev.costbot.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads one kind of resource in one region, step by step. At every moment {@link #reading} is what
 * the scan may report if its time ends now: what has arrived, and what has not as unread.
 */
final class RegionReader<A, R extends Resource> implements Runnable {
  private final Collector<A, R> collector;
  private final RegionAccess access;
  private final FanOut fanOut;
  private volatile Reading reading;

  RegionReader(Collector<A, R> collector, RegionAccess access, FanOut fanOut) {
    this.collector = collector;
    this.access = access;
    this.fanOut = fanOut;
    this.reading = new Reading(List.of(), List.of(late(collector.operation())));
  }

  String region() {
    return access.region();
  }

  Reading reading() {
    return reading;
  }

  @Override
  public void run() {
    switch (inLane(collector.operation(), () -> collector.read(access))) {
      case Collected.Read<A>(List<A> answers) -> supplemented(answers);
      case Collected.Denied<A>(String reason) ->
          publish(List.of(), List.of(unread(collector.operation(), reason)));
      case Collected.Failed<A>(String reason) ->
          publish(List.of(), List.of(unread(collector.operation(), reason)));
    }
  }

  private void supplemented(List<A> answers) {
    List<Unread> unread = new ArrayList<>();
    List<R> resources = understood(answers, unread);
    List<Supplement<R>> todo = new ArrayList<>(collector.supplements());
    while (!todo.isEmpty()) {
      publish(resources, with(unread, todo.stream().map(next -> late(next.operation())).toList()));
      Supplement<R> next = todo.removeFirst();
      List<R> before = resources;
      switch (inLane(next.operation(), () -> next.supplement(access, before))) {
        case Collected.Read<R>(List<R> after) -> resources = after;
        case Collected.Denied<R>(String reason) -> unread.add(unread(next.operation(), reason));
        case Collected.Failed<R>(String reason) -> unread.add(unread(next.operation(), reason));
      }
    }
    publish(resources, unread);
  }

  /** One odd resource is left out and counted; the others stay. */
  private List<R> understood(List<A> answers, List<Unread> unread) {
    List<R> resources = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (A answer : answers) {
      String id = Answers.orEmpty(collector.id(answer));
      try {
        resources.add(
            collector.toResource(access.id(collector.type(), required(id, "id")), answer));
      } catch (OddAnswerException senseless) {
        odd.add((id + " has " + senseless.getMessage()).strip());
      }
    }
    if (!odd.isEmpty()) {
      unread.add(
          unread(
              collector.operation(),
              "%s described %d of %d in a way that makes no sense (%s): left out"
                  .formatted(
                      collector.operation().name(), odd.size(), answers.size(), odd.getFirst())));
    }
    return resources;
  }

  private <T> Collected<T> inLane(AwsOperation operation, Supplier<List<T>> call) {
    return fanOut.inLane(
        operation.service() + "/" + access.region(), () -> operation.attempt(call));
  }

  private void publish(List<R> resources, List<Unread> unread) {
    // A call that the deadline interrupts fails too, for no reason of its own.
    if (!fanOut.isOver()) {
      reading = new Reading(resources, unread);
    }
  }

  private static List<Unread> with(List<Unread> some, List<Unread> more) {
    List<Unread> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private Unread late(AwsOperation operation) {
    return unread(operation, operation.notReadInTime());
  }

  private Unread unread(AwsOperation operation, String reason) {
    return new Unread(access.account(), access.region(), operation.service(), reason);
  }
}
