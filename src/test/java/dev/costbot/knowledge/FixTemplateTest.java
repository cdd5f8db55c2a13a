package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FixTemplateTest {
  private static final String TEMPLATE =
      """
      # Releases addresses.
      #   locals {
      locals {
        addresses = {
          "eipalloc-1" = {
            region = "us-east-1"

            tags = {
              "Name" = "example"
            }
          }
        }
      }

      # What follows stays, local.addresses included.
      resource "aws_eip" "unassociated" {
        for_each = local.addresses
        region   = each.value.region
      }
      """;

  @Test
  void replacesTheLocalsBlockAndNothingElse() {
    String filled =
        new FixTemplate("elastic-ip", TEMPLATE)
            .fill(Map.of("eipalloc-2", Map.of("region", "eu-west-1")));

    assertThat(filled)
        .isEqualTo(
            """
            # Releases addresses.
            #   locals {
            locals {
              addresses = {
                "eipalloc-2" = {
                  region = "eu-west-1"
                }
              }
            }

            # What follows stays, local.addresses included.
            resource "aws_eip" "unassociated" {
              for_each = local.addresses
              region   = each.value.region
            }
            """);
  }

  @Test
  void keepsTheTextAsItStands() {
    assertThat(new FixTemplate("elastic-ip", TEMPLATE).text()).isEqualTo(TEMPLATE);
  }

  @Test
  void takesNothingInAValueForAReference() {
    String filled =
        new FixTemplate("elastic-ip", TEMPLATE)
            .fill(Map.of("eipalloc-2", Map.of("name", "$1 \\1 ${x}")));

    assertThat(filled).contains("name = \"$1 \\\\1 $${x}\"");
  }

  @Test
  void refusesATemplateWithoutALocalsBlock() {
    assertThatThrownBy(() -> new FixTemplate("elastic-ip", "resource \"aws_eip\" \"a\" {\n}\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("elastic-ip/fix.tf has 0 locals blocks")
        .hasMessageContaining("expected one such block");
  }

  @Test
  void refusesASecondLocalsBlockWhateverItsForm() {
    assertThatThrownBy(() -> new FixTemplate("elastic-ip", TEMPLATE + TEMPLATE))
        .hasMessageStartingWith("elastic-ip/fix.tf has 2 locals blocks");
    assertThatThrownBy(() -> new FixTemplate("elastic-ip", TEMPLATE + "locals {\n  days = 3\n}\n"))
        .hasMessageStartingWith("elastic-ip/fix.tf has 2 locals blocks");
  }

  @Test
  void refusesASecondMapThatFillingWouldLose() {
    String two =
        """
        locals {
          addresses = {
          }
          others = {
          }
        }
        """;
    assertThatThrownBy(() -> new FixTemplate("elastic-ip", two))
        .hasMessageContaining("1 locals blocks, 0 of them of the form");
  }
}
