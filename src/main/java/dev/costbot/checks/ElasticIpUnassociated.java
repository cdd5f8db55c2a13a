package dev.costbot.checks;

import dev.costbot.model.ElasticIp;
import dev.costbot.model.Level;
import dev.costbot.model.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Elastic IP addresses that point at nothing: every public IPv4 address is charged by the hour. */
public final class ElasticIpUnassociated implements Check<ElasticIp> {
  private static final CheckInfo INFO =
      new CheckInfo(
          "elastic-ip-unassociated",
          "Elastic IP addresses associated with nothing",
          Level.LOW,
          Level.MEDIUM,
          "none for sure: a released address can be had back only while nobody else has it",
          List.of());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Class<ElasticIp> kind() {
    return ElasticIp.class;
  }

  @Override
  public Verdict judge(ElasticIp address, Surroundings surroundings) {
    if (address.associationId() != null) {
      String with =
          Optional.ofNullable(address.instanceId())
              .or(() -> Optional.ofNullable(address.networkInterfaceId()))
              .orElse(address.associationId());
      return new Verdict.Fine("associated with " + with);
    }
    if (address.serviceManaged() != null) {
      return new Verdict.Skipped("managed by " + address.serviceManaged());
    }
    if (!address.addressPool().equals("amazon")) {
      return new Verdict.Fine(
          "from your own pool " + address.addressPool() + ", which is not charged");
    }
    Optional<MonthlyCost> cost =
        MonthlyCost.of(surroundings.prices(), address.id().region())
            .plus(MonthlyCost.HOURS_A_MONTH, "h", "vpc.public-ipv4.hour")
            .total();
    return new Verdict.Waste(
        Savings.all(address.id(), cost),
        address.publicIp() + " is associated with nothing",
        Savings.confidence(Level.HIGH, cost),
        values(address));
  }

  private static Map<String, Object> values(ElasticIp address) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", address.id().region());
    values.put("public_ip", address.publicIp());
    return values;
  }
}
