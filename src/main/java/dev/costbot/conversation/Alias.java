package dev.costbot.conversation;

/**
 * A name under which a conversation is found again.
 *
 * @param value unique over all kinds of alias
 */
public record Alias(String value) {

  /** A Slack thread. */
  public static Alias thread(String team, String channel, String threadTs) {
    return new Alias("thread#" + team + "#" + channel + "#" + threadTs);
  }

  /** A person in a channel, for slash commands, which have no thread. */
  public static Alias person(String team, String channel, String user) {
    return new Alias("person#" + team + "#" + channel + "#" + user);
  }

  /** A conversation on the command line. */
  public static Alias local(String name) {
    return new Alias("local#" + name);
  }
}
