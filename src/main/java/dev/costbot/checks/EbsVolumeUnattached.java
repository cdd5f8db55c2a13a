package dev.costbot.checks;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.Level;
import dev.costbot.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Volumes that no instance uses: they cost as much as used ones. */
public final class EbsVolumeUnattached implements Check<EbsVolume> {
  private static final String MINIMUM_DAYS = "minimum-days";
  private static final long SURE_AFTER_DAYS = 30;
  private static final long LIKELY_AFTER_DAYS = 7;
  private static final String KUBERNETES_CLAIM = "kubernetes.io/created-for/pvc/name";

  private static final CheckInfo INFO =
      new CheckInfo(
          "ebs-volume-unattached",
          "EBS volumes attached to nothing",
          Level.LOW,
          Level.MEDIUM,
          "create a volume from the final snapshot the fix takes",
          List.of(
              new CheckInfo.Parameter(
                  MINIMUM_DAYS, "days without an attachment before it counts as waste", 0)));

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Class<EbsVolume> kind() {
    return EbsVolume.class;
  }

  @Override
  public Verdict judge(EbsVolume volume, Surroundings surroundings) {
    if (!volume.state().equals("available")) {
      return volume.attachedTo().isEmpty()
          ? new Verdict.Skipped("its state is " + volume.state())
          : new Verdict.Fine("attached to " + String.join(", ", volume.attachedTo()));
    }
    Idleness idleness = Idleness.of(volume, surroundings);
    long minimum = surroundings.threshold(INFO, MINIMUM_DAYS).longValue();
    if (idleness.days().isEmpty() && minimum > 0) {
      return new Verdict.Unknown(idleness.words());
    }
    long days = idleness.days().orElse(0L);
    if (days < minimum) {
      return new Verdict.Fine(
          "%s, less than the %d days that count as waste".formatted(idleness.words(), minimum));
    }
    Optional<MonthlyCost> cost = VolumeCost.of(volume, surroundings.prices());
    String claim = volume.tags().get(KUBERNETES_CLAIM);
    String reason =
        claim == null
            ? idleness.words()
            : idleness.words() + "; the Kubernetes claim \"" + claim + "\" may still want it";
    Level confidence = claim == null ? confidence(days) : Level.LOW;
    return new Verdict.Waste(
        Savings.all(volume.id(), cost),
        reason,
        Savings.confidence(confidence, cost),
        VolumeValues.of(volume));
  }

  private static Level confidence(long days) {
    if (days >= SURE_AFTER_DAYS) {
      return Level.HIGH;
    }
    return days >= LIKELY_AFTER_DAYS ? Level.MEDIUM : Level.LOW;
  }

  /**
   * @param days for how long it has at least been unattached; empty when nothing is known
   */
  private record Idleness(Optional<Long> days, String words) {

    static Idleness of(EbsVolume volume, Surroundings surroundings) {
      EbsVolume.Activity activity = volume.activity();
      if (activity == null) {
        return new Idleness(
            Optional.empty(), "unattached; since when is not known (CloudWatch was not read)");
      }
      Instant lastAttached = activity.lastAttached();
      if (lastAttached != null) {
        long days = surroundings.daysSince(lastAttached);
        return new Idleness(
            Optional.of(days),
            "unattached; last attached on %s, %s"
                .formatted(Surroundings.day(lastAttached), ago(days)));
      }
      boolean younger = volume.createdAt().isAfter(activity.observedFrom());
      Instant since = younger ? volume.createdAt() : activity.observedFrom();
      long days = surroundings.daysSince(since);
      String words =
          younger
              ? "never attached since it was created on %s, %s"
              : "unattached since %s at least, %s";
      return new Idleness(Optional.of(days), words.formatted(Surroundings.day(since), ago(days)));
    }

    private static String ago(long days) {
      if (days == 0) {
        return "today";
      }
      return days == 1 ? "1 day ago" : days + " days ago";
    }
  }
}
