package dev.costbot.checks;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.Level;
import dev.costbot.model.Money;
import dev.costbot.model.ResourceId;
import dev.costbot.model.Saving;
import dev.costbot.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Instances stopped so long that nobody misses them: their volumes are still charged. */
public final class Ec2InstanceStopped implements Check<Ec2Instance> {
  private static final String MINIMUM_DAYS = "minimum-days";

  private static final CheckInfo INFO =
      new CheckInfo(
          "ec2-instance-stopped",
          "EC2 instances stopped for long, whose volumes are still charged",
          Level.MEDIUM,
          Level.HIGH,
          "launch an instance from the image the fix makes first",
          List.of(
              new CheckInfo.Parameter(
                  MINIMUM_DAYS, "days an instance is stopped before it counts as waste", 30)));

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Class<Ec2Instance> kind() {
    return Ec2Instance.class;
  }

  @Override
  public Verdict judge(Ec2Instance instance, Surroundings surroundings) {
    if (!instance.state().equals("stopped")) {
      return new Verdict.Fine("its state is " + instance.state());
    }
    String group = instance.tags().get("aws:autoscaling:groupName");
    if (group != null) {
      return new Verdict.Skipped("the Auto Scaling group \"" + group + "\" manages it");
    }
    if (instance.lifecycle() != null) {
      return new Verdict.Skipped(
          "a " + instance.lifecycle() + " instance, whose request manages it");
    }
    if (instance.stoppedAt() == null) {
      return new Verdict.Unknown("stopped, but AWS does not say since when");
    }
    long days = surroundings.daysSince(instance.stoppedAt());
    long minimum = surroundings.threshold(INFO, MINIMUM_DAYS).longValue();
    if (days < minimum) {
      return new Verdict.Fine("stopped for %d days, less than %d".formatted(days, minimum));
    }
    if (instance.volumes().isEmpty()) {
      return new Verdict.Fine(
          "stopped for %d days, but without volumes it costs nothing".formatted(days));
    }
    return new Verdict.Waste(
        saving(instance, surroundings),
        "stopped since %s, %d days ago; its %s still charged"
            .formatted(
                Surroundings.day(instance.stoppedAt()),
                days,
                instance.volumes().size() == 1
                    ? "volume is"
                    : instance.volumes().size() + " volumes are"),
        Level.MEDIUM,
        values(instance, surroundings));
  }

  private static Saving saving(Ec2Instance instance, Surroundings surroundings) {
    Map<ResourceId, Money> parts = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    Optional<MonthlyCost> basis = Optional.empty();
    for (Ec2Instance.AttachedVolume attached : instance.volumes()) {
      Optional<EbsVolume> volume = surroundings.volume(attached.volumeId());
      Optional<MonthlyCost> cost = volume.flatMap(v -> VolumeCost.of(v, surroundings.prices()));
      if (volume.isEmpty() || cost.isEmpty()) {
        return new Saving.Unpriced("what %s costs is not known".formatted(attached.volumeId()));
      }
      basis = cost;
      parts.put(volume.get().id(), cost.get().money());
      words.add(
          "%s: %s".formatted(attached.volumeId(), cost.get().explained(instance.id().region())));
    }
    MonthlyCost known = basis.orElseThrow();
    Money sum = parts.values().stream().reduce(Money.zero(known.money().currency()), Money::plus);
    return new Saving.Priced(
        sum,
        words.size() == 1
            ? words.getFirst()
            : "%s; together %s".formatted(String.join("; ", words), sum),
        known.basis().source(),
        known.basis().asOf(),
        parts);
  }

  private static Map<String, Object> values(Ec2Instance instance, Surroundings surroundings) {
    // Volumes that termination deletes go with the instance; the others Terraform has to know.
    Map<String, Object> kept = new TreeMap<>();
    for (Ec2Instance.AttachedVolume attached : instance.volumes()) {
      surroundings
          .volume(attached.volumeId())
          .filter(volume -> !attached.deleteOnTermination())
          .filter(volume -> volume.attachedTo().equals(List.of(instance.id().id())))
          .ifPresent(volume -> kept.put(attached.volumeId(), keptVolume(volume)));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", instance.id().region());
    values.put("ami", instance.imageId());
    values.put("instance_type", instance.instanceType());
    values.put("name", instance.name());
    values.put("kept_volumes", kept);
    return values;
  }

  private static Map<String, Object> keptVolume(EbsVolume volume) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", volume.id().region());
    values.put("availability_zone", volume.availabilityZone());
    values.put("size", volume.sizeGib());
    return values;
  }
}
