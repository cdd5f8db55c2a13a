package dev.costbot.advisor;

import dev.costbot.model.Assessment;
import dev.costbot.model.CostSeries;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Period;
import java.time.LocalDate;
import java.util.List;

/** Where the advisor gets its facts from, on demand: each may take seconds and may cost a call. */
public interface AccountFacts {

  /** The day the question is asked on, UTC; a sample account has its own. */
  LocalDate today();

  /**
   * Daily cost in a period.
   *
   * @throws FactsUnavailableException when the bill cannot be read
   */
  CostSeries costs(Period period) throws FactsUnavailableException;

  /**
   * The newest scan and what the checks say of it.
   *
   * @throws FactsUnavailableException when nothing of the account can be read
   */
  Assessment assessment() throws FactsUnavailableException;

  /** The Terraform for these findings. */
  Fix fix(List<Finding> findings);

  /** Paid Cost Explorer requests so far. */
  int costExplorerCalls();
}
