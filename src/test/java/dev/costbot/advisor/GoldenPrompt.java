package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The prompt as a reviewer can read it; rewritten with {@code -Dgolden.rewrite=true}. */
final class GoldenPrompt {
  private static final Path FILE = Path.of("src/test/resources/golden/prompt.txt");

  private GoldenPrompt() {}

  static void assertMatches(LanguageModel.Prompt prompt) throws IOException {
    String text = prompt.instructions() + "\n=====\n\n" + prompt.messages().getFirst().text();
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(FILE, text);
    }
    assertThat(text).isEqualTo(Files.readString(FILE));
  }
}
