package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.report.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FixWriterTest {
  static final List<String> CHECKS =
      List.of(
          "ebs-snapshot-old",
          "ebs-volume-gp2",
          "ebs-volume-unattached",
          "ec2-instance-stopped",
          "elastic-ip-unassociated");

  private static final String FILE_FUNCTION = "${file(\"/etc/passwd\")}";
  private static final String BREAKOUT = "\"\n}\nresource \"aws_iam_user\" \"evil\" {";

  /** Names and tags as strangers may have written them. */
  private static final Map<String, String> HOSTILE =
      new TreeMap<>(
          Map.of(
              "Name",
              FILE_FUNCTION,
              "Größe",
              "müller \uD83D\uDE80 \u202Egnp.exe",
              "%{ for x in y }",
              "$${x} 100% \\ of $",
              "two\nlines",
              BREAKOUT));

  private final FixWriter writer = new FixWriter(KnowledgeBase.ofChecks(CHECKS));

  static Stream<Arguments> aSmallFixOfEachCheck() {
    return Stream.of(
        Arguments.of(
            "ebs-volume-gp2",
            List.of(
                FixFindings.gp2("vol-0a", "us-east-1", HOSTILE),
                FixFindings.gp2("vol-0b", "eu-west-1", Map.of()))),
        Arguments.of(
            "ebs-volume-unattached",
            List.of(
                FixFindings.unattached("vol-0c", "us-east-1", "gp3", HOSTILE),
                FixFindings.unattached("vol-0d", "eu-west-1", "st1", Map.of("Team", "data")))),
        Arguments.of(
            "ec2-instance-stopped",
            List.of(
                FixFindings.stopped("i-0e", "us-east-1", FILE_FUNCTION, "vol-1", "vol-2"),
                FixFindings.stopped("i-0f", "eu-west-1", BREAKOUT, "vol-3"))),
        Arguments.of(
            "ebs-snapshot-old",
            List.of(
                FixFindings.snapshot("snap-0a", "us-east-1"),
                FixFindings.snapshot("snap-0b", "eu-west-1"))),
        Arguments.of(
            "elastic-ip-unassociated",
            List.of(
                FixFindings.address("eipalloc-0a", "us-east-1"),
                FixFindings.address("eipalloc-0b", "eu-west-1"))));
  }

  @ParameterizedTest
  @MethodSource("aSmallFixOfEachCheck")
  void writesExactlyThisFix(String check, List<Finding> findings) {
    Fix fix = writer.write(findings, TerraformState.empty());

    assertThat(fix.files()).containsOnlyKeys(check + ".tf", "providers.tf");
    fix.files().forEach((name, text) -> Golden.holds("fix/" + check + "/" + name, text));
    Golden.holds(
        "fix/" + check + "/instructions.txt", String.join("\n", fix.instructions()) + "\n");
  }

  @Test
  void leavesAHostileTagALiteral() {
    Fix fix =
        writer.write(
            List.of(FixFindings.gp2("vol-0a", "us-east-1", HOSTILE)), TerraformState.empty());

    assertThat(fix.files().get("ebs-volume-gp2.tf"))
        .contains("\"$${file(\\\"/etc/passwd\\\")}\"")
        .doesNotContain("\"${file")
        .doesNotContainPattern("(?m)^resource \"aws_iam_user\"");
  }

  @Test
  void severalRegionsInOneFixNameTheirRegionByResource() {
    Fix fix =
        writer.write(
            List.of(
                FixFindings.address("eipalloc-0a", "us-east-1"),
                FixFindings.address("eipalloc-0b", "ap-southeast-2")),
            TerraformState.empty());

    assertThat(fix.files().get("elastic-ip-unassociated.tf"))
        .contains("region    = \"us-east-1\"", "region    = \"ap-southeast-2\"")
        .contains("id       = \"${each.key}@${each.value.region}\"");
    assertThat(fix.files().get("providers.tf"))
        .contains("region = \"ap-southeast-2\"", "allowed_account_ids = [\"123456789012\"]")
        .doesNotContain("alias");
  }

  @Test
  void severalAccountsGetAFolderEach() {
    Fix fix =
        writer.write(
            List.of(
                FixFindings.gp2("111111111111", "vol-0a", "us-east-1", Map.of()),
                FixFindings.gp2("222222222222", "vol-0b", "us-east-1", Map.of())),
            TerraformState.empty());

    assertThat(fix.files())
        .containsOnlyKeys(
            "111111111111/ebs-volume-gp2.tf",
            "111111111111/providers.tf",
            "222222222222/ebs-volume-gp2.tf",
            "222222222222/providers.tf");
    assertThat(fix.files().get("222222222222/providers.tf"))
        .contains("allowed_account_ids = [\"222222222222\"]");
    assertThat(fix.files().get("222222222222/ebs-volume-gp2.tf"))
        .contains("vol-0b")
        .doesNotContain("vol-0a");
    assertThat(fix.instructions())
        .anyMatch(line -> line.startsWith("In 111111111111/: Run terraform init"))
        .anyMatch(line -> line.startsWith("In 222222222222/: Run terraform init"))
        .anyMatch(line -> line.startsWith("222222222222/ebs-volume-gp2.tf: Nothing is replaced"));
  }

  @Test
  void sumsWhatThePlansMustShowOverAllFiles() {
    Fix fix =
        writer.write(
            List.of(
                FixFindings.gp2("vol-0a", "us-east-1", Map.of()),
                FixFindings.gp2("vol-0b", "us-east-1", Map.of()),
                FixFindings.unattached("vol-0c", "us-east-1", "gp3", Map.of()),
                FixFindings.stopped("i-0e", "us-east-1", "old", "vol-1", "vol-2", "vol-3"),
                FixFindings.snapshot("snap-0a", "us-east-1"),
                FixFindings.address("eipalloc-0a", "us-east-1")),
            TerraformState.empty());

    // Imports: 2 gp2, 1 unattached, 1 instance with 2 kept volumes, 1 snapshot, 1 address = 8.
    // Adds: 1 image. Changes: 2 gp2, 1 unattached (final_snapshot) = 3.
    assertThat(fix.instructions().getFirst())
        .contains("\"Plan: 8 to import, 1 to add, 3 to change, 0 to destroy.\"");
    // Destroyed by the second apply: all imported but the 2 gp2 volumes = 6.
    assertThat(fix.instructions().getLast())
        .contains(
            "terraform apply -var delete_unattached_volumes=true -var terminate_stopped_instances=true -var delete_old_snapshots=true -var release_addresses=true.")
        .contains("\"Plan: 0 to add, 0 to change, 6 to destroy.\"");
  }

  @Test
  void needsNoSecondApplyWhereNothingIsDeleted() {
    Fix fix =
        writer.write(
            List.of(FixFindings.gp2("vol-0a", "us-east-1", Map.of())), TerraformState.empty());

    assertThat(fix.instructions())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.\"");
  }

  @Test
  void deletingAVolumeBeatsChangingIt() {
    Finding change = FixFindings.gp2("vol-0a", "us-east-1", Map.of());
    Finding delete = FixFindings.unattached("vol-0a", "us-east-1", "gp2", Map.of());

    Fix fix = writer.write(List.of(change, delete), TerraformState.empty());

    assertThat(fix.files()).containsOnlyKeys("ebs-volume-unattached.tf", "providers.tf");
    assertThat(fix.instructions().getFirst())
        .isEqualTo(
            "vol-0a is left out of ebs-volume-gp2, because the fix of ebs-volume-unattached deletes it.");
    assertThat(fix.instructions().get(1)).contains("1 to import, 0 to add, 1 to change");
  }

  @Test
  void theVolumesOfAStoppedInstanceAreNotChangedBeforeTheyGo() {
    Finding instance = FixFindings.stopped("i-0e", "us-east-1", "old", "vol-root", "vol-kept");
    List<Finding> findings =
        List.of(
            FixFindings.gp2("vol-root", "us-east-1", Map.of()),
            FixFindings.gp2("vol-kept", "us-east-1", Map.of()),
            FixFindings.gp2("vol-other", "us-east-1", Map.of()),
            // The same id elsewhere would be another volume.
            FixFindings.gp2("vol-root", "eu-west-1", Map.of()),
            FixFindings.withoutPrice(instance));

    Fix fix = writer.write(findings, TerraformState.empty());

    assertThat(fix.instructions())
        .startsWith(
            "vol-root is left out of ebs-volume-gp2, because the fix of ec2-instance-stopped deletes it.",
            "vol-kept is left out of ebs-volume-gp2, because the fix of ec2-instance-stopped deletes it.");
    assertThat(fix.files().get("ebs-volume-gp2.tf"))
        .contains("vol-other", "eu-west-1")
        .doesNotContain("vol-kept");
  }

  @Test
  void editsAtItsAddressWhatTerraformManagesAlready() {
    Fix fix =
        writer.write(
            List.of(
                FixFindings.gp2("vol-0a", "us-east-1", Map.of()),
                FixFindings.address("eipalloc-0a", "us-east-1")),
            state(
                """
                {"address": "module.db.aws_ebs_volume.data[\\"a\\"]", "mode": "managed",
                 "type": "aws_ebs_volume", "values": {"id": "vol-0a", "region": "us-east-1"}},
                {"address": "aws_eip.old", "mode": "managed", "type": "aws_eip",
                 "values": {"id": "eipalloc-0a"}}
                """));

    assertThat(fix.files()).containsOnlyKeys("EDITS.md");
    assertThat(fix.files().get("EDITS.md"))
        .isEqualTo(
            """
            # Edits where Terraform manages the resource already

            Do not import these: change their blocks where they stand.

            ## `aws_eip.old`

            eipalloc-0a in us-east-1: Elastic IP addresses associated with nothing.

            Remove the resource's block and apply. The plan must show it destroyed and nothing else.

            ## `module.db.aws_ebs_volume.data["a"]`

            vol-0a in us-east-1: gp2 volumes that gp3 would serve for less.

            ```hcl
            type       = "gp3"
            iops       = 3000
            throughput = 250
            ```

            The plan must show an update in place, nothing replaced.
            """);
    assertThat(fix.instructions())
        .containsExactly(
            "EDITS.md: Terraform manages 2 of these already; edit them where they stand, do not import.");
  }

  @Test
  void inARootBlockDeviceTheTypeIsCalledVolumeType() {
    Fix fix =
        writer.write(
            List.of(FixFindings.gp2("vol-0a", "us-east-1", Map.of())),
            state(
                """
                {"address": "aws_instance.web[0]", "mode": "managed", "type": "aws_instance",
                 "values": {"id": "i-01", "root_block_device": [{"volume_id": "vol-0a"}]}}
                """));

    assertThat(fix.files().get("EDITS.md"))
        .contains("## `aws_instance.web[0]`")
        .contains("The state has it in a `root_block_device` block.")
        .contains(
            """
            ```hcl
            volume_type = "gp3"
            iops        = 3000
            throughput  = 250
            ```

            The plan must show an update in place, nothing replaced.
            """);
  }

  /** Provider documentation of aws_instance: modifying an ebs_block_device replaces it. */
  @Test
  void aVolumeInAnEbsBlockDeviceIsChangedOutsideTerraformFirst() {
    Fix fix =
        writer.write(
            List.of(FixFindings.gp2("vol-0a", "us-east-1", Map.of())),
            state(
                """
                {"address": "aws_instance.db", "mode": "managed", "type": "aws_instance",
                 "values": {"id": "i-01", "ebs_block_device": [{"volume_id": "vol-0a"}]}}
                """));

    assertThat(fix.files().get("EDITS.md"))
        .endsWith(
            """
            vol-0a in us-east-1: gp2 volumes that gp3 would serve for less. The state has it in a `ebs_block_device` block.

            Terraform replaces the instance when such a block changes. So change the volume first, outside Terraform:

            ```sh
            aws ec2 modify-volume --region us-east-1 --volume-id vol-0a --volume-type gp3 --iops 3000 --throughput 250
            ```

            Then set the same in the block. The plan must show no changes; do not apply it if it shows any.

            ```hcl
            volume_type = "gp3"
            iops        = 3000
            throughput  = 250
            ```
            """);
  }

  @Test
  void importsTheOnesAndEditsTheOthers() {
    Fix fix =
        writer.write(
            List.of(
                FixFindings.gp2("vol-0a", "us-east-1", Map.of()),
                FixFindings.gp2("vol-0b", "us-east-1", Map.of())),
            state(
                """
                {"address": "aws_ebs_volume.data", "mode": "managed", "type": "aws_ebs_volume",
                 "values": {"id": "vol-0a"}}
                """));

    assertThat(fix.files()).containsOnlyKeys("EDITS.md", "ebs-volume-gp2.tf", "providers.tf");
    assertThat(fix.files().get("ebs-volume-gp2.tf")).contains("vol-0b").doesNotContain("vol-0a");
    assertThat(fix.files().get("EDITS.md")).contains("vol-0a").doesNotContain("vol-0b");
    assertThat(fix.instructions())
        .anyMatch(line -> line.contains("1 to import, 0 to add, 1 to change, 0 to destroy"))
        .contains(
            "EDITS.md: Terraform manages one of these already; edit it where it stands, do not import.");
  }

  static TerraformState state(String resources) {
    return TerraformState.read(
        """
        {"format_version": "1.0", "terraform_version": "1.11.4",
         "values": {"root_module": {"resources": [%s]}}}
        """
            .formatted(resources)
            .getBytes(StandardCharsets.UTF_8));
  }
}
