package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Terraform on the command line, over the sample account. */
class FixCommandTest {
  /** The largest finding of the sample. */
  private static final String VOLUME = "vol-692b4a5d957908725";

  private static final String FINDING = "ebs-volume-unattached:123456789012:us-east-1:" + VOLUME;

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void place() {
    out = folder.resolve("fix");
  }

  private Cli.Run fix(String... arguments) {
    return new Cli(folder)
        .run(
            Stream.concat(Stream.of("fix", "--source=sample"), Stream.of(arguments))
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {FINDING, VOLUME})
  void oneFindingIsFixedAlone(String wanted) {
    Cli.Run run = fix(wanted);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("# ---- ").contains(VOLUME);
    assertThat(run.out().split("vol-[0-9a-f]{17}", -1)).hasSizeGreaterThan(1);
    assertThat(run.out().replace(VOLUME, "")).doesNotContainPattern("\"vol-[0-9a-f]{17}\"");
  }

  @Test
  void aCheckIsFixedWithAllItsFindings() throws Exception {
    Cli.Run check =
        new Cli(folder)
            .run("check", "--source=sample", "--format=json", "--only=elastic-ip-unassociated");
    Cli.Run run = fix("elastic-ip-unassociated");
    assertThat(run.exit()).isZero();
    assertThat(new ObjectMapper().readTree(check.out()).path("findings"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(run.out()).contains(finding.at("/resource/id").asText()));
    assertThat(run.err()).contains("to destroy");
  }

  @Test
  void filesGoIntoAFolderAndAgainIntoTheSame() throws IOException {
    Cli.Run run = fix(VOLUME, "--out", out.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1 finding in " + out);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).isNotEmpty().allMatch(file -> file.toString().endsWith(".tf"));
    }
    assertThat(fix(VOLUME, "--out", out.toString()).exit()).isZero();
  }

  @Test
  void aFileThatDiffersIsNotOverwrittenUnlessForced() throws IOException {
    fix(VOLUME, "--out", out.toString());
    Path edited;
    try (Stream<Path> files = Files.list(out)) {
      edited = files.sorted().findFirst().orElseThrow();
    }
    String written = Files.readString(edited);
    // Not even text: 0xff is in no UTF-8.
    byte[] mine = {'m', 'i', 'n', 'e', (byte) 0xff};
    Files.write(edited, mine);

    Cli.Run refused = fix(VOLUME, "--out", out.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains(edited + " exists and differs").contains("--force");
    assertThat(edited).hasBinaryContent(mine);

    assertThat(fix(VOLUME, "--out", out.toString(), "--force").exit()).isZero();
    assertThat(edited).hasContent(written);
  }

  @Test
  void aFolderThatIsAFileIsWrongUsage() throws IOException {
    Files.writeString(out, "");
    Cli.Run run = fix(VOLUME, "--out", out.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--out: " + out).doesNotContain("\tat ");
  }

  @Test
  void whatIsNeitherCheckNorFindingIsWrongUsage() {
    Cli.Run run = fix("ebs-volume-gp2", "vol-0000000000000000");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("\"vol-0000000000000000\" is neither a check (ebs-snapshot-old");
  }

  @Test
  void aCheckWithoutFindingsLeavesNothingToFix() {
    Cli.Run run =
        new Cli(folder)
            .with(
                "COSTBOT_CONFIG",
                "{\"checks\":{\"ebs-snapshot-old\":{\"minimum-age-days\":36500}}}")
            .run("fix", "--source=sample", "ebs-snapshot-old");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Nothing to fix");
  }

  @Test
  void whatTerraformManagesIsNotImported() throws IOException {
    Path state = folder.resolve("state.json");
    Files.writeString(
        state,
        """
        {"format_version": "1.0", "terraform_version": "1.12.0", "values": {"root_module": {
          "resources": [{"address": "aws_ebs_volume.scratch", "mode": "managed",
            "type": "aws_ebs_volume", "name": "scratch",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "values": {"id": "%s", "region": "us-east-1"}}]}}}
        """
            .formatted(VOLUME));
    Cli.Run run = fix(VOLUME, "--state", state.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out() + run.err()).contains("aws_ebs_volume.scratch");
    assertThat(run.out()).doesNotContain("import {");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"values\": 7}", "not JSON", ""})
  void aStateThatIsNoneIsWrongUsage(String content) throws IOException {
    Path state = Files.writeString(folder.resolve("state.json"), content);
    Cli.Run run = fix(VOLUME, "--state", state.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(state.toString()).doesNotContain("\tat ");
  }

  @Test
  void aStateThatIsNotThereIsWrongUsage() {
    Cli.Run run = fix(VOLUME, "--state", "/nowhere/state.json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("/nowhere/state.json cannot be read");
  }
}
