package dev.costbot.advisor;

/** Why a sentence of a model was not shown. */
public enum DropReason {
  NOT_THE_AGREED_JSON("it was not the JSON that was asked for"),
  TOO_LONG("it was longer than allowed"),
  UNKNOWN_FACT("it named a fact that was not given"),
  FIGURE("it wrote a figure instead of naming a fact"),
  MISUSED_FIGURE("it changed what a figure means, as \"a day\" or a minus sign does"),
  CURRENCY("it named a currency away from a fact"),
  UNKNOWN_NAME("it named a resource, an account or an address that is not among the facts"),
  LINK("it held a link"),
  NOT_PLAIN_TEXT("it held characters that are not plain text, such as mark-up, mentions or code"),
  NO_FACT("it claimed something and named no fact");

  private final String words;

  DropReason(String words) {
    this.words = words;
  }

  /** Completes "a sentence was dropped because …". */
  public String words() {
    return words;
  }
}
