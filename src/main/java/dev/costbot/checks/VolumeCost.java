package dev.costbot.checks;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.PriceList;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an EBS volume costs a month, by AWS's EBS price page. */
final class VolumeCost {
  private static final int GP3_FREE_IOPS = 3000;
  private static final int GP3_FREE_THROUGHPUT = 125;

  /** Above it io2 has cheaper tiers, whose prices are not in the price list. */
  private static final int IO2_FIRST_TIER_IOPS = 32_000;

  private VolumeCost() {}

  /** Empty when a price or a decisive attribute is not known. */
  static Optional<MonthlyCost> of(EbsVolume volume, PriceList prices) {
    return of(
        volume.volumeType(),
        volume.sizeGib(),
        volume.iops(),
        volume.throughput(),
        prices,
        volume.id().region());
  }

  static Optional<MonthlyCost> of(
      String type,
      int sizeGib,
      @Nullable Integer iops,
      @Nullable Integer throughput,
      PriceList prices,
      String region) {
    MonthlyCost.Terms terms =
        MonthlyCost.of(prices, region)
            .plus(BigDecimal.valueOf(sizeGib), "GiB", "ebs." + type + ".gib-month");
    return switch (type) {
      case "gp3" ->
          terms
              .plus(above(iops, GP3_FREE_IOPS), "IOPS", "ebs.gp3.iops-month")
              .plus(above(throughput, GP3_FREE_THROUGHPUT), "MiB/s", "ebs.gp3.mibps-month")
              .total();
      case "io1" -> provisioned(terms, iops, "ebs.io1.iops-month").total();
      case "io2" ->
          iops != null && iops > IO2_FIRST_TIER_IOPS
              ? Optional.empty()
              : provisioned(terms, iops, "ebs.io2.iops-month").total();
      default -> terms.total();
    };
  }

  private static MonthlyCost.Terms provisioned(
      MonthlyCost.Terms terms, @Nullable Integer iops, String priceId) {
    return iops == null ? terms.unknown() : terms.plus(BigDecimal.valueOf(iops), "IOPS", priceId);
  }

  private static BigDecimal above(@Nullable Integer value, int free) {
    return BigDecimal.valueOf(value == null ? 0 : Math.max(0, value - free));
  }
}
