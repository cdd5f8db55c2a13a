package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as a test gives them; what it does not give cannot be read. */
final class FakeAccount implements AccountFacts {
  private final List<List<Finding>> fixed = new ArrayList<>();
  private final List<Period> read = new ArrayList<>();
  private @Nullable Assessment assessment;
  private @Nullable CostSeries series;

  FakeAccount with(Assessment assessed) {
    this.assessment = assessed;
    return this;
  }

  FakeAccount with(CostSeries bill) {
    this.series = bill;
    return this;
  }

  @Override
  public LocalDate today() {
    return HandMade.TODAY;
  }

  /** The days that are both asked for and on the bill, as the real sources do. */
  @Override
  public CostSeries costs(Period period) throws FactsUnavailableException {
    read.add(period);
    if (series == null) {
      throw new FactsUnavailableException(
          "Cost Explorer refused: ce:GetCostAndUsage is missing", new IllegalStateException());
    }
    LocalDate from = period.from().isBefore(series.from()) ? series.from() : period.from();
    LocalDate to = period.to().isAfter(series.to()) ? series.to() : period.to();
    if (!from.isBefore(to)) {
      throw new FactsUnavailableException(
          "the bill holds none of " + period, new IllegalStateException());
    }
    return series.between(new Period(from, to, period.words()));
  }

  @Override
  public Assessment assessment() throws FactsUnavailableException {
    if (assessment == null) {
      throw new FactsUnavailableException(
          "no account could be read: no credentials", new IllegalStateException());
    }
    return assessment;
  }

  @Override
  public Fix fix(List<Finding> findings) {
    fixed.add(findings);
    return new Fix(Map.of("fix.tf", findings.size() + " findings"), List.of("Run terraform plan."));
  }

  @Override
  public int costExplorerCalls() {
    return 1;
  }

  /** The findings each fix was asked for. */
  List<List<Finding>> fixed() {
    return fixed;
  }

  /** The periods costs were asked for. */
  List<Period> read() {
    return read;
  }
}
