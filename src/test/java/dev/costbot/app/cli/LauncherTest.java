package dev.costbot.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bash launcher, in a folder of its own that looks like a checkout that was built: this JVM's
 * classes are behind it, and a Maven that only says what it was asked for.
 */
class LauncherTest {
  private static final String NO_JDK =
      """
      costbot needs JDK 25: none was found in JAVA_HOME, in the usual places or on the PATH.
      Install one (for example Eclipse Temurin 25) and set JAVA_HOME to it.
      """;

  @TempDir Path folder;
  private Path home;
  private Path jdks;
  private Path tools;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void checkout() throws IOException {
    home = Files.createDirectories(folder.resolve("check out"));
    Files.copy(Path.of("costbot"), home.resolve("costbot"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("knowledge-base"));
    Files.createDirectories(home.resolve("target"));
    Files.writeString(
        home.resolve("target/class-path.txt"),
        Path.of("target/classes").toAbsolutePath()
            + ":"
            + Files.readString(Path.of("target/class-path.txt")));
    Files.writeString(home.resolve("target/built"), "");

    jdks = Files.createDirectories(folder.resolve("jdks"));
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "dirname",
            "readlink",
            "grep",
            "find",
            "cat",
            "mkdir",
            "mktemp",
            "mv",
            "head",
            "tail",
            "ls",
            "env")) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(place -> Path.of(place, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      script(tools.resolve(tool), "exec " + real + " \"$@\"");
    }
  }

  /** A JDK as far as the launcher looks: a compiler that tells its version. */
  private Path jdk(String name, String version) throws IOException {
    Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
    script(bin.resolve("javac"), "echo 'javac " + version + "' >&2");
    return jdks.resolve(name);
  }

  /** The one this test runs on, among the others. */
  private void thisJdk() throws IOException {
    Path bin = Files.createDirectories(jdks.resolve("z-25/bin"));
    for (String program : List.of("java", "javac")) {
      Path real = Path.of(System.getProperty("java.home"), "bin", program);
      script(bin.resolve(program), "exec '" + real + "' \"$@\"");
    }
  }

  private void maven(String commands) throws IOException {
    script(
        tools.resolve("mvn"), "echo \"$JAVA_HOME mvn $*\" >>'" + folder + "/asked'\n" + commands);
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + commands + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Run run(String javaHome, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve("costbot").toString()), Stream.of(arguments))
                .toList());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH", tools.toString(),
            "HOME", folder.toString(),
            "XDG_STATE_HOME", folder.toString(),
            "COSTBOT_JDK_PLACES", jdks.toString()));
    if (!javaHome.isEmpty()) {
      environment.put("JAVA_HOME", javaHome);
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exit =
        builder
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Run(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  @Test
  void passesOverAnOlderJdkInJavaHome() throws Exception {
    Path old = jdk("a-17", "17.0.12");
    thisJdk();
    Run run = run(old.toString(), "--version");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("costbot 0.1.0\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void withoutAJdkItSaysWhichOneItNeeds() throws Exception {
    Path old = jdk("a-17", "17.0.12");
    jdk("b-2", "2.5");
    assertThat(run(old.toString(), "check")).isEqualTo(new Run(70, "", NO_JDK));
    assertThat(run("", "check")).isEqualTo(new Run(70, "", NO_JDK));
    assertThat(run("/nowhere", "check")).isEqualTo(new Run(70, "", NO_JDK));
  }

  @Test
  void handsArgumentsAndExitCodesThroughAsTheyAre() throws Exception {
    thisJdk();
    Run run = run("", "check", "--source=sample", "--only", "no such check *");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("There is no check \"no such check *\"");
  }

  @Test
  void buildsWhatIsStaleFirstOnTheJdkItFound() throws Exception {
    thisJdk();
    maven("");
    Files.delete(home.resolve("target/built"));
    Run run = run("", "--version");
    assertThat(run.out()).isEqualTo("costbot 0.1.0\n");
    assertThat(run.err()).startsWith("Building costbot");
    assertThat(asked())
        .isEqualTo(
            jdks.resolve("z-25") + " mvn --batch-mode" + " --no-transfer-progress compile\n");
    assertThat(run("", "--version").err()).isEmpty();
  }

  @Test
  void aBuildThatFailsIsShownAndNothingStarted() throws Exception {
    thisJdk();
    maven("echo '[INFO] compiling'\necho '[ERROR] Worker.java: no such symbol'\nexit 1");
    Files.delete(home.resolve("target/built"));
    Run run = run("", "--version");
    assertThat(run.exit()).isEqualTo(70);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("[ERROR] Worker.java: no such symbol", "The build failed; all of it is in")
        .doesNotContain("[INFO]");
    assertThat(home.resolve("target/built")).doesNotExist();
  }

  @Test
  void withoutMavenItSaysSoWhenSomethingHasToBeBuilt() throws Exception {
    thisJdk();
    Files.delete(home.resolve("target/built"));
    for (String command : List.of("check", "test", "package")) {
      Run run = run("", command);
      assertThat(run.exit()).isEqualTo(70);
      assertThat(run.err()).contains("Maven, which is not on the PATH: install Maven 3.8");
    }
  }

  @Test
  void packageBuildsTheZipsAndSaysWhereTheyAre() throws Exception {
    thisJdk();
    maven(": >target/costbot-front.zip\n: >target/costbot-worker.zip");
    Run run = run("", "package");
    assertThat(run.exit()).isZero();
    assertThat(asked()).endsWith(" -Ppackage package -DskipTests\n");
    assertThat(run.out())
        .contains(home + "/target/costbot-front.zip", home + "/target/costbot-worker.zip");
  }

  @Test
  void testRunsAllTestsAndFailsWithThem() throws Exception {
    thisJdk();
    maven("exit 1");
    assertThat(run("", "test", "-Dtest=HouseTest").exit()).isEqualTo(1);
    assertThat(asked()).endsWith(" verify -Dtest=HouseTest\n");
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("asked"));
  }
}
