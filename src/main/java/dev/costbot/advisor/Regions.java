package dev.costbot.advisor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds AWS regions, by their codes and by the names people use. */
final class Regions {
  /** A region's code, or that of one of its availability zones. */
  private static final String CODE =
      "(?:us|eu|ap|ca|sa|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d[a-f]?";

  /** As on AWS's page "AWS Regions", with the country where it has one region only. */
  private static final Map<String, String> PLACES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("virginia", "us-east-1"),
              Map.entry("ohio", "us-east-2"),
              Map.entry("california", "us-west-1"),
              Map.entry("oregon", "us-west-2"),
              Map.entry("montreal|canada central", "ca-central-1"),
              Map.entry("calgary|canada west", "ca-west-1"),
              Map.entry("mexico", "mx-central-1"),
              Map.entry("s[aã]o paulo|brazil", "sa-east-1"),
              Map.entry("ireland|dublin", "eu-west-1"),
              Map.entry("london", "eu-west-2"),
              Map.entry("paris", "eu-west-3"),
              Map.entry("frankfurt", "eu-central-1"),
              Map.entry("z[uü]rich", "eu-central-2"),
              Map.entry("stockholm|sweden", "eu-north-1"),
              Map.entry("milan|italy", "eu-south-1"),
              Map.entry("spain", "eu-south-2"),
              Map.entry("cape town|south africa", "af-south-1"),
              Map.entry("bahrain", "me-south-1"),
              Map.entry("uae|emirates", "me-central-1"),
              Map.entry("tel aviv|israel", "il-central-1"),
              Map.entry("mumbai", "ap-south-1"),
              Map.entry("hyderabad", "ap-south-2"),
              Map.entry("singapore", "ap-southeast-1"),
              Map.entry("sydney", "ap-southeast-2"),
              Map.entry("jakarta|indonesia", "ap-southeast-3"),
              Map.entry("melbourne", "ap-southeast-4"),
              Map.entry("malaysia", "ap-southeast-5"),
              Map.entry("thailand", "ap-southeast-7"),
              Map.entry("tokyo", "ap-northeast-1"),
              Map.entry("seoul|korea", "ap-northeast-2"),
              Map.entry("osaka", "ap-northeast-3"),
              Map.entry("hong kong", "ap-east-1")));

  private Regions() {}

  static List<String> find(Words words) {
    return Stream.concat(
            words.all(CODE).stream().map(code -> code.replaceFirst("[a-f]$", "")),
            PLACES.entrySet().stream()
                .filter(place -> words.any(place.getKey()))
                .map(Map.Entry::getValue))
        .distinct()
        .toList();
  }
}
