package dev.costbot.app;

import dev.costbot.advisor.AccountFacts;
import dev.costbot.advisor.FactsUnavailableException;
import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.cost.CostUnavailableException;
import dev.costbot.inventory.AccountUnknownException;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.knowledge.TerraformState;
import dev.costbot.model.Assessment;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts for one question, each fetched when it is first asked for. */
public final class QuestionFacts implements AccountFacts {
  private final AccountSource source;
  private final CallCount calls = new CallCount();
  private final CostSource costs;
  private final Judge judge;
  private final FixWriter fixWriter;
  private final ScanProgress progress;
  private @Nullable Assessment assessment;
  private boolean complete = true;

  public QuestionFacts(
      AccountSource source, Judge judge, FixWriter fixWriter, ScanProgress progress) {
    this.source = source;
    this.judge = judge;
    this.fixWriter = fixWriter;
    this.progress = progress;
    this.costs = source.costs(calls);
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(source.time().instant(), ZoneOffset.UTC);
  }

  @Override
  public CostSeries costs(Period period) throws FactsUnavailableException {
    try {
      return costs.fetch(period.from(), period.to());
    } catch (CostUnavailableException | AccountUnknownException e) {
      complete = false;
      throw new FactsUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Assessment assessment() throws FactsUnavailableException {
    if (assessment == null) {
      try {
        assessment = judge.judge(source.inventory(Set.of(), progress));
        complete &= assessment.inventory().unread().isEmpty();
      } catch (AccountUnknownException e) {
        complete = false;
        throw new FactsUnavailableException(String.valueOf(e.getMessage()), e);
      }
    }
    return assessment;
  }

  @Override
  public Fix fix(List<Finding> findings) {
    return fixWriter.write(findings, TerraformState.empty());
  }

  /** Whether everything that was asked for could be read. */
  public boolean complete() {
    return complete;
  }

  @Override
  public int costExplorerCalls() {
    return calls.calls();
  }
}
