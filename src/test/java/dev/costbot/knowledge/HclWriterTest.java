package dev.costbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands here as expected was also given to the real {@code terraform fmt} and console. */
class HclWriterTest {

  static Stream<Arguments> literals() {
    return Stream.of(
        Arguments.of("", "\"\""),
        Arguments.of("say \"hi\"", "\"say \\\"hi\\\"\""),
        Arguments.of("C:\\temp\\", "\"C:\\\\temp\\\\\""),
        Arguments.of("two\nlines\r\n", "\"two\\nlines\\r\\n\""),
        Arguments.of("a\tb", "\"a\\tb\""),
        Arguments.of("${x}", "\"$${x}\""),
        Arguments.of("%{if x}", "\"%%{if x}\""),
        Arguments.of("$${x}", "\"$$${x}\""),
        Arguments.of("%%{x}", "\"%%%{x}\""),
        Arguments.of("100% of $5", "\"100% of $5\""),
        Arguments.of("ends in $", "\"ends in $\""),
        Arguments.of("\\${x}", "\"\\\\$${x}\""),
        Arguments.of("${file(\"/etc/passwd\")}", "\"$${file(\\\"/etc/passwd\\\")}\""),
        Arguments.of("données 検索 müller", "\"données 検索 müller\""),
        Arguments.of("rocket \uD83D\uDE80", "\"rocket \uD83D\uDE80\""),
        Arguments.of("bell\u0007", "\"bell\\u0007\""),
        Arguments.of("\u202Egnp.exe", "\"\\u202egnp.exe\""),
        Arguments.of("zero\u200Bwidth", "\"zero\\u200bwidth\""),
        Arguments.of("line\u2028end", "\"line\\u2028end\""),
        Arguments.of("tag \uDB40\uDC41", "\"tag \\U000e0041\""));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void quotesSoThatEveryCharacterStandsForItself(String text, String literal) {
    assertThat(HclWriter.quoted(text)).isEqualTo(literal);
  }

  /** Read back by a reader that knows the escapes of HCL's specification and nothing of ours. */
  @Test
  void whateverIsQuotedReadsBackTheSame() {
    Random random = new Random(20261120);
    String[] pieces = {
      "$",
      "%",
      "{",
      "}",
      "\\",
      "\"",
      "\n",
      "\r",
      "\t",
      "$${",
      "%{",
      "${",
      "a",
      "é",
      "検",
      "n",
      "u",
      "\uD83D\uDE80",
      "\u202E",
      "\u0000",
      "\u200D",
      "U000",
      " ",
      "\uDB40\uDC41"
    };
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(12), 0, pieces.length)
              .mapToObj(piece -> pieces[piece])
              .collect(Collectors.joining());
      assertThat(HclReader.literal(HclWriter.quoted(text))).isEqualTo(text);
    }
  }

  @Test
  void namesAndTagsReadBackFromAWholeLocalsBlock() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Map<String, Object> tags = new LinkedHashMap<>();
      for (int tag = random.nextInt(4); tag > 0; tag--) {
        tags.put(anything(random) + tag, anything(random));
      }
      String hcl = HclWriter.locals("v", Map.of("vol-1", Map.of("tags", tags)));
      Map<String, String> read = new HashMap<>();
      for (String line : hcl.lines().filter(l -> l.startsWith(" ".repeat(8) + "\"")).toList()) {
        int end = HclReader.endOfLiteral(line, 8);
        String value = line.substring(line.indexOf(" = ", end) + 3);
        read.put(HclReader.literal(line.substring(8, end)), HclReader.literal(value));
      }
      assertThat(read).isEqualTo(tags);
    }
  }

  private static String anything(Random random) {
    return random
        .ints(1 + random.nextInt(10), 0x20, 0x2FFF)
        .filter(Character::isDefined)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void alignsTheEqualsSignsOfNeighbouringLinesAsTerraformFmtDoes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("region", "eu-west-1");
    attributes.put("multi_attach_enabled", false);
    attributes.put("kms_key_id", null);
    attributes.put("size", 100);
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("Name", "a");
    tags.put("Cost Centre", "${x}");
    attributes.put("tags", tags);
    attributes.put("iops", 3000);
    attributes.put("throughput", 125);
    attributes.put("none", Map.of());
    attributes.put("zones", List.of("a", "b"));

    assertThat(HclWriter.locals("volumes", Map.of("vol-1", attributes)))
        .isEqualTo(
            """
            locals {
              volumes = {
                "vol-1" = {
                  region               = "eu-west-1"
                  multi_attach_enabled = false
                  kms_key_id           = null
                  size                 = 100
                  tags = {
                    "Name"        = "a"
                    "Cost Centre" = "$${x}"
                  }
                  iops       = 3000
                  throughput = 125
                  none       = {}
                  zones      = ["a", "b"]
                }
              }
            }
            """);
  }

  @Test
  void alignsInsideNestedMapsOnTheirOwn() {
    Map<String, Object> volume = new LinkedHashMap<>();
    volume.put("region", "eu-west-1");
    volume.put("size", 8);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("name", "old");
    attributes.put("kept_volumes", Map.of("vol-2", volume));
    attributes.put("ami", "ami-1");

    assertThat(HclWriter.locals("instances", Map.of("i-1", attributes)))
        .isEqualTo(
            """
            locals {
              instances = {
                "i-1" = {
                  name = "old"
                  kept_volumes = {
                    "vol-2" = {
                      "region" = "eu-west-1"
                      "size"   = 8
                    }
                  }
                  ami = "ami-1"
                }
              }
            }
            """);
  }

  @Test
  void countsWhatAReaderSeesAsOneCharacterAsOneColumn() {
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("é", "composed");
    tags.put("e\u0301", "decomposed");
    tags.put("検索", "wide");
    tags.put(
        "\uD83D\uDC68\u200D\uD83D\uDCBB", "a family of code points, with a joiner written out");
    tags.put("\uD83C\uDDEE\uD83C\uDDEA", "a flag");
    tags.put("\u0301a", "a mark that has nothing to combine with");
    tags.put("%\u0301", "a mark after a sign that HCL reads by itself");
    tags.put("abc", "plain");

    assertThat(HclWriter.locals("v", Map.of("vol-1", Map.of("tags", tags))))
        .isEqualTo(
            """
            locals {
              v = {
                "vol-1" = {
                  tags = {
                    "é"        = "composed"
                    "e\u0301"        = "decomposed"
                    "検索"       = "wide"
                    "\uD83D\uDC68\\u200d\uD83D\uDCBB" = "a family of code points, with a joiner written out"
                    "\uD83C\uDDEE\uD83C\uDDEA"        = "a flag"
                    "\u0301a"       = "a mark that has nothing to combine with"
                    "%\u0301"       = "a mark after a sign that HCL reads by itself"
                    "abc"      = "plain"
                  }
                }
              }
            }
            """);
  }

  @Test
  void writesAnEmptyMapOnOneLine() {
    assertThat(HclWriter.locals("volumes", Map.of()))
        .isEqualTo(
            """
            locals {
              volumes = {}
            }
            """);
  }

  @Test
  void refusesAValueItCannotWrite() {
    List<Object> odd = new ArrayList<>(List.of(new Object()));
    assertThatThrownBy(() -> HclWriter.locals("v", Map.of("vol-1", Map.of("odd", odd))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
