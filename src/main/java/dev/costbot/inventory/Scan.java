package dev.costbot.inventory;

import dev.costbot.model.Collected;
import dev.costbot.model.Inventory;
import dev.costbot.model.Resource;
import dev.costbot.model.Unread;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Reads all kinds of resources in all regions of one account, at once, until a deadline.
 *
 * <ol>
 *   <li>STS says whose account it is; without that there is no scan.
 *   <li>EC2 says which regions are enabled, unless the regions are given.
 *   <li>Each {@link Collector} reads each region. What fails becomes an {@link Unread}.
 * </ol>
 */
public final class Scan {
  static final List<Collector<?, ?>> COLLECTORS =
      List.of(
          new Ec2InstanceCollector(),
          new EbsVolumeCollector(),
          new EbsSnapshotCollector(),
          new ElasticIpCollector());

  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");
  private static final Comparator<Resource> BY_PLACE =
      Comparator.comparing((Resource resource) -> resource.id().region())
          .thenComparing(resource -> resource.id().type())
          .thenComparing(resource -> resource.id().id());
  private static final Comparator<Unread> UNREAD_BY_PLACE =
      Comparator.comparing(Unread::region)
          .thenComparing(Unread::service)
          .thenComparing(Unread::reason);

  private final AwsClients clients;
  private final InstantSource time;
  private final ScanSettings settings;

  public Scan(AwsClients clients, InstantSource time, ScanSettings settings) {
    this.clients = clients;
    this.time = time;
    this.settings = settings;
  }

  /**
   * @param wanted regions to scan; empty for all that are enabled
   * @throws AccountUnknownException when nothing can be scanned; its message is for the user
   * @throws IllegalArgumentException when a region's name cannot be one
   */
  public Inventory run(Set<String> wanted, ScanProgress progress) {
    wanted.forEach(Scan::refuseWhatIsNoRegion);
    Instant scannedAt = time.instant().truncatedTo(ChronoUnit.SECONDS);
    String home = home(wanted);
    String account = account(home);
    List<Unread> unread = new ArrayList<>();
    try (FanOut fanOut =
        new FanOut(settings.callsAtOnce(), settings.callsAtOnceInOneRegion(), settings.time())) {
      List<String> regions =
          wanted.isEmpty() ? enabled(account, home, fanOut, unread) : sorted(wanted);
      List<RegionAccess> accesses =
          regions.stream().map(region -> clients.access(account, region, scannedAt)).toList();
      try {
        List<RegionReader<?, ?>> readers = readers(accesses, fanOut);
        fanOut.run(tasks(readers, new Tally(progress, regions.size())));
        return gathered(account, regions, scannedAt, readers, unread);
      } finally {
        accesses.forEach(RegionAccess::close);
      }
    }
  }

  private static void refuseWhatIsNoRegion(String name) {
    // It becomes part of the host that signed requests go to.
    if (!REGION.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of an AWS region: " + name);
    }
  }

  private String home(Set<String> wanted) {
    return clients
        .homeRegion()
        .or(() -> sorted(wanted).stream().findFirst())
        .orElseThrow(
            () ->
                new AccountUnknownException(
                    "No AWS region is set: set AWS_REGION, or give the regions to scan."));
  }

  private String account(String home) {
    try (StsClient sts = clients.sts(home)) {
      return Caller.account(sts);
    }
  }

  /** All enabled regions; only the one that is set, and a note, when AWS does not tell. */
  private List<String> enabled(String account, String home, FanOut fanOut, List<Unread> unread) {
    AtomicReference<Collected<String>> answer =
        new AtomicReference<>(new Collected.Failed<>(EnabledRegions.OPERATION.notReadInTime()));
    try (Ec2Client ec2 = clients.ec2(home)) {
      fanOut.run(List.of(() -> answer.set(EnabledRegions.read(ec2))));
    }
    return switch (answer.get()) {
      case Collected.Read<String>(List<String> regions) when !regions.isEmpty() -> regions;
      case Collected.Read<String> none ->
          onlyHome(account, home, "DescribeRegions named no region", unread);
      case Collected.Denied<String>(String reason) -> onlyHome(account, home, reason, unread);
      case Collected.Failed<String>(String reason) -> onlyHome(account, home, reason, unread);
    };
  }

  private static List<String> onlyHome(
      String account, String home, String reason, List<Unread> unread) {
    unread.add(new Unread(account, "all", "ec2", reason + "; only " + home + " was scanned"));
    return List.of(home);
  }

  private static List<RegionReader<?, ?>> readers(List<RegionAccess> accesses, FanOut fanOut) {
    List<RegionReader<?, ?>> readers = new ArrayList<>();
    for (RegionAccess access : accesses) {
      for (Collector<?, ?> collector : COLLECTORS) {
        readers.add(new RegionReader<>(collector, access, fanOut));
      }
    }
    return readers;
  }

  private static List<Runnable> tasks(List<RegionReader<?, ?>> readers, Tally tally) {
    return readers.stream()
        .<Runnable>map(
            reader ->
                () -> {
                  reader.run();
                  tally.oneKindDone(reader.region());
                })
        .toList();
  }

  private static Inventory gathered(
      String account,
      List<String> regions,
      Instant scannedAt,
      List<RegionReader<?, ?>> readers,
      List<Unread> unread) {
    List<Resource> resources = new ArrayList<>();
    for (RegionReader<?, ?> reader : readers) {
      Reading reading = reader.reading();
      resources.addAll(reading.resources());
      unread.addAll(reading.unread());
    }
    resources.sort(BY_PLACE);
    unread.sort(UNREAD_BY_PLACE);
    return new Inventory(List.of(account), regions, scannedAt, resources, unread);
  }

  private static List<String> sorted(Set<String> regions) {
    return List.copyOf(new TreeSet<>(regions));
  }

  /** Counts the regions of which every kind of resource has been read. */
  private static final class Tally {
    private final ScanProgress progress;
    private final int regions;
    private final Map<String, Integer> kindsDone = new HashMap<>();
    private int done;

    Tally(ScanProgress progress, int regions) {
      this.progress = progress;
      this.regions = regions;
    }

    synchronized void oneKindDone(String region) {
      if (kindsDone.merge(region, 1, Integer::sum) == COLLECTORS.size()) {
        done++;
        progress.done(region, done, regions);
      }
    }
  }
}
