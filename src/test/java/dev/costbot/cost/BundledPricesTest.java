package dev.costbot.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledPricesTest {

  /**
   * Worked out from the monthly costs Infracost shows for ebs_volume_test: 10 GB gp2 1.00; 40 GB
   * gp3 3.20; 1,000 IOPS over the baseline 5.00; 5 MB/s over it 0.20; 30 GB io1 and io2 3.75 each;
   * 300 IOPS 19.50; 40 GB st1 1.80; 50 GB sc1 0.75; 20 GB magnetic 1.00.
   */
  @ParameterizedTest
  @CsvSource({
    "ebs.gp2.gib-month, 10, 1.00",
    "ebs.gp3.gib-month, 40, 3.20",
    "ebs.gp3.iops-month, 1000, 5.00",
    "ebs.gp3.mibps-month, 5, 0.20",
    "ebs.io1.gib-month, 30, 3.75",
    "ebs.io1.iops-month, 300, 19.50",
    "ebs.io2.gib-month, 30, 3.75",
    "ebs.io2.iops-month, 300, 19.50",
    "ebs.st1.gib-month, 40, 1.80",
    "ebs.sc1.gib-month, 50, 0.75",
    "ebs.standard.gib-month, 20, 1.00",
    "ebs.snapshot.gib-month, 100, 5.00",
    "ebs.snapshot-archive.gib-month, 100, 1.25",
    "vpc.public-ipv4.hour, 730, 3.65",
  })
  void knowsTheListPrice(String id, BigDecimal quantity, BigDecimal cost) {
    Price price = BundledPrices.list().find(id, "us-east-1").orElseThrow();

    assertThat(price.amount().multiply(quantity)).isEqualByComparingTo(cost);
    assertThat(price.region()).isEqualTo("us-east-1");
    assertThat(price.currency()).isEqualTo("USD");
  }

  @Test
  void everyPriceSaysWhoSaysSoAndSinceWhen() {
    assertThat(BundledPrices.read())
        .isNotEmpty()
        .allSatisfy(
            price -> {
              assertThat(price.source()).isNotBlank();
              assertThat(price.unit()).isNotBlank();
              assertThat(price.amount()).isPositive();
              assertThat(price.asOf()).isAfter(LocalDate.parse("2026-01-01"));
            });
    assertThat(BundledPrices.read())
        .extracting(price -> List.of(price.id(), price.region()))
        .doesNotHaveDuplicates();
  }

  @Test
  void anAddressCostsTheSameInEveryCommercialRegion() {
    assertThat(BundledPrices.read())
        .filteredOn(price -> price.id().equals("vpc.public-ipv4.hour"))
        .extracting(Price::region)
        .contains("us-east-1", "eu-west-1", "eu-central-1", "ap-south-1", "sa-east-1", "me-south-1")
        .doesNotContain("cn-north-1", "us-gov-west-1", "us-iso-east-1", "aws-global", "all");
  }

  @Test
  void elsewhereADiskPriceIsTheOneOfUsEast1AndSaysSo() {
    assertThat(BundledPrices.list().find("ebs.gp2.gib-month", "eu-west-1"))
        .map(Price::region)
        .hasValue("us-east-1");
  }

  @Test
  void whatIsNotInTheListIsUnknown() {
    assertThat(BundledPrices.list().find("ebs.gp9.gib-month", "us-east-1")).isEmpty();
  }
}
