package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes as in Terraform's "JSON Output Format" page, section "State Representation". */
class TerraformStateTest {
  private static final String STATE =
      """
      {
        "format_version": "1.0",
        "terraform_version": "1.11.4",
        "values": {
          "root_module": {
            "resources": [
              {"address": "data.aws_ebs_volume.looked_up", "mode": "data", "type": "aws_ebs_volume",
               "name": "looked_up", "values": {"id": "vol-data"}},
              {"address": "aws_instance.web[1]", "mode": "managed", "type": "aws_instance",
               "name": "web", "index": 1,
               "values": {"id": "i-1", "region": "us-east-1",
                          "root_block_device": [{"volume_id": "vol-root"}],
                          "ebs_block_device": [{"volume_id": "vol-block"},
                                               {"volume_id": "vol-both"}]}},
              {"address": "aws_eip_domain_name.mail", "mode": "managed",
               "type": "aws_eip_domain_name", "values": {"id": "eipalloc-1"}},
              {"address": "aws_ebs_snapshot_copy.safe", "mode": "managed",
               "type": "aws_ebs_snapshot_copy", "values": {"id": "snap-copy"}}
            ],
            "child_modules": [
              {"address": "module.data[\\"eu\\"]",
               "resources": [
                 {"address": "module.data[\\"eu\\"].aws_ebs_volume.own[\\"a b\\"]",
                  "mode": "managed", "type": "aws_ebs_volume", "name": "own", "index": "a b",
                  "values": {"id": "vol-each", "region": "eu-west-1"}}
               ],
               "child_modules": [
                 {"address": "module.data[\\"eu\\"].module.deep",
                  "resources": [
                    {"address": "module.data[\\"eu\\"].module.deep.aws_ebs_volume.both",
                     "mode": "managed", "type": "aws_ebs_volume", "name": "both",
                     "values": {"id": "vol-both", "region": "us-east-1"}}
                  ]}
               ]}
            ]
          }
        }
      }
      """;

  private final TerraformState state = TerraformState.read(STATE.getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource({
    "EC2_INSTANCE, us-east-1, i-1, aws_instance.web[1], ''",
    "EBS_VOLUME, us-east-1, vol-root, aws_instance.web[1], root_block_device",
    "EBS_VOLUME, us-east-1, vol-block, aws_instance.web[1], ebs_block_device",
    "EBS_VOLUME, eu-west-1, vol-each, 'module.data[\"eu\"].aws_ebs_volume.own[\"a b\"]', ''",
    "EBS_SNAPSHOT, us-east-1, snap-copy, aws_ebs_snapshot_copy.safe, ''"
  })
  void findsWhereAResourceIsManaged(
      ResourceType type, String region, String id, String address, String block) {
    assertThat(state.find(resource(type, region, id)))
        .hasValueSatisfying(
            managed -> {
              assertThat(managed.address()).isEqualTo(address);
              assertThat(managed.block()).isEqualTo(block);
            });
  }

  /** An instance's state lists all its volumes, also those that are resources of their own. */
  @Test
  void aVolumeOfItsOwnComesBeforeTheBlockThatListsIt() {
    assertThat(state.find(resource(ResourceType.EBS_VOLUME, "us-east-1", "vol-both")))
        .hasValueSatisfying(
            managed ->
                assertThat(managed.address())
                    .isEqualTo("module.data[\"eu\"].module.deep.aws_ebs_volume.both"));
  }

  @Test
  void whatIsOnlyLookedUpIsNotManaged() {
    assertThat(state.find(resource(ResourceType.EBS_VOLUME, "us-east-1", "vol-data"))).isEmpty();
  }

  @Test
  void theSameIdInAnotherRegionIsNotManaged() {
    assertThat(state.find(resource(ResourceType.EBS_VOLUME, "us-east-1", "vol-each"))).isEmpty();
  }

  @Test
  void theDomainNameOfAnAddressIsNotTheAddress() {
    assertThat(state.find(resource(ResourceType.ELASTIC_IP, "us-east-1", "eipalloc-1"))).isEmpty();
  }

  @Test
  void nothingIsManagedInAnEmptyState() {
    TerraformState empty =
        TerraformState.read("{\"format_version\":\"1.0\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(empty.find(resource(ResourceType.EC2_INSTANCE, "us-east-1", "i-1"))).isEmpty();
    assertThat(TerraformState.empty().find(resource(ResourceType.EC2_INSTANCE, "us-east-1", "i-1")))
        .isEmpty();
  }

  @Test
  void saysWhatToRunWhenGivenTheRawState() {
    assertRefused(
        "{\"version\": 4, \"serial\": 7, \"lineage\": \"x\", \"resources\": []}",
        "this is the raw state; run terraform show -json > state.json");
  }

  /** A plan taken for a state would look as if nothing were managed, and import it all again. */
  @Test
  void refusesAPlan() {
    assertRefused(
        """
        {"format_version": "1.2", "planned_values": {"root_module": {}},
         "prior_state": {"format_version": "1.0", "values": {}}}
        """,
        "this is a plan; run terraform show -json without a plan file");
  }

  @Test
  void refusesTheJsonOfAnotherCommand() {
    assertRefused("{\"format_version\": \"1.0\", \"provider_schemas\": {}}", "it holds no values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No state.", "{\"format_version\":", "<html>"})
  void refusesWhatIsNotJson(String text) {
    assertRefused(text, "it is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "3", "{\"format_version\": 1}"})
  void refusesJsonOfAnotherKind(String text) {
    assertRefused(text, "it has no format_version");
  }

  private static void assertRefused(String json, String why) {
    assertThatThrownBy(() -> TerraformState.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected the output of terraform show -json, but ")
        .hasMessageContaining(why);
  }

  private static ResourceId resource(ResourceType type, String region, String id) {
    return new ResourceId("123456789012", region, type, id);
  }
}
