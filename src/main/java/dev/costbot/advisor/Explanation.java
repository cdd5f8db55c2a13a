package dev.costbot.advisor;

import dev.costbot.model.Answer;
import java.util.List;

/** What came of asking a model to explain. */
public sealed interface Explanation {
  /** What the model's provider counted, also when nothing could be used. */
  int tokens();

  /**
   * @param claims at least one, with its figures filled in
   * @param dropped sentences that did not hold, for the log
   * @param model who wrote it
   */
  record Explained(
      List<Answer.Claim> claims, List<Grounding.Dropped> dropped, String model, int tokens)
      implements Explanation {
    public Explained {
      claims = List.copyOf(claims);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * Nothing to show: the rules have to answer.
   *
   * @param reason fit for the person who asked, e.g. {@code the model did not answer in time}
   */
  record Unexplained(String reason, int tokens) implements Explanation {

    /** For the notes of the answer that the rules write instead. */
    public String note() {
      return reason + "; written by rules";
    }
  }
}
