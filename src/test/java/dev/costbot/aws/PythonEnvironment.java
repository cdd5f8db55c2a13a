package dev.costbot.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python environment with what {@code src/test/python/requirements.txt} names. It lives in the
 * user's cache folder rather than in {@code target/}, so that {@code mvn clean} does not download
 * it again, under a hash of the requirements, so that a change makes a new one.
 */
final class PythonEnvironment {
  private static final Path REQUIREMENTS = Path.of("src/test/python/requirements.txt");
  private static final String ADVICE =
      "The tests' AWS emulator needs Python 3.10 or later with venv: install python3 and"
          + " python3-venv, or set COSTBOT_TEST_AWS_ENDPOINT to an emulator that runs already"
          + " (python src/test/python/emulator.py 5600).";

  private PythonEnvironment() {}

  /** The interpreter; makes the environment when it is not there yet (about 20 seconds). */
  static Path python() {
    try {
      Path home = cache().resolve("venv-" + hash(REQUIREMENTS));
      Path python = home.resolve("bin/python");
      Path complete = home.resolve("complete");
      Files.createDirectories(home.getParent());
      try (FileChannel file =
              FileChannel.open(
                  home.resolveSibling(home.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        if (!lock.isValid() || !Files.exists(complete)) {
          make(home, python);
          Files.createFile(complete);
        }
      }
      return python;
    } catch (IOException broken) {
      throw new UncheckedIOException(ADVICE, broken);
    }
  }

  private static void make(Path home, Path python) {
    String tooOld = "import sys; sys.exit(sys.version_info < (3, 10))";
    run(ADVICE, List.of("python3", "-c", tooOld));
    run(ADVICE, List.of("python3", "-m", "venv", "--clear", home.toString()));
    run(
        "pip could not install the tests' AWS emulator",
        List.of(
            python.toString(), "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS.toString()));
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("costbot-test");
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException absurd) {
      throw new IllegalStateException(absurd);
    }
  }

  /**
   * @throws IllegalStateException with the advice and what the program said, when it fails
   */
  static void run(String advice, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(advice + "\n" + String.join(" ", command) + "\n" + said);
      }
    } catch (IOException absent) {
      throw new UncheckedIOException(advice, absent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
