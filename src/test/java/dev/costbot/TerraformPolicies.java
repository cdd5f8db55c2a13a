package dev.costbot;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the functions may do, read from the policy documents under {@code terraform/} without
 * Terraform. The documents are JSON whose strings hold Terraform's placeholders, such as {@code
 * "${worker_alias_arn}"}.
 */
record TerraformPolicies(List<Statement> statements) {
  static final Path FOLDER = Path.of("terraform");

  /** The owner of what every function may do, such as writing its logs. */
  static final String EVERY_FUNCTION = "every function";

  /**
   * One statement of a policy document.
   *
   * @param function short name of the function it belongs to, such as {@code worker}
   * @param file where it stands
   * @param effect {@code Allow} or {@code Deny}
   */
  record Statement(
      String function,
      Path file,
      String sid,
      String effect,
      List<String> actions,
      List<String> resources) {}

  /**
   * Reads {@code policies/}, where {@code worker.json} and {@code worker-*.json} belong to the
   * worker, and what the module gives to every function.
   */
  static TerraformPolicies read(Path terraform) throws IOException {
    List<Statement> statements = new ArrayList<>();
    for (Path file : jsonFiles(terraform.resolve("policies"))) {
      String name = file.getFileName().toString().replace(".json", "");
      statements.addAll(statementsOf(name.split("-", 2)[0], file));
    }
    for (Path file : jsonFiles(terraform.resolve("modules/function/policies"))) {
      statements.addAll(statementsOf(EVERY_FUNCTION, file));
    }
    return new TerraformPolicies(List.copyOf(statements));
  }

  /** The actions of one function, without what every function may do. */
  SortedSet<String> actions(String function) {
    return statements.stream()
        .filter(statement -> statement.function().equals(function))
        .flatMap(statement -> statement.actions().stream())
        .collect(toCollection(TreeSet::new));
  }

  /** The actions of one policy document. */
  SortedSet<String> actionsIn(String file) {
    return statements.stream()
        .filter(statement -> statement.file().endsWith(file))
        .flatMap(statement -> statement.actions().stream())
        .collect(toCollection(TreeSet::new));
  }

  /** The actions of one function on one resource, as the policy writes it. */
  SortedSet<String> actionsOn(String resource, String function) {
    return statements.stream()
        .filter(statement -> statement.function().equals(function))
        .filter(statement -> statement.resources().contains(resource))
        .flatMap(statement -> statement.actions().stream())
        .collect(toCollection(TreeSet::new));
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<Statement> statementsOf(String function, Path file) throws IOException {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement :
        new ObjectMapper().readTree(Files.readString(file)).required("Statement")) {
      if (statement.has("NotAction") || statement.has("NotResource")) {
        throw new IOException(file + " allows all but something; name what is allowed");
      }
      statements.add(
          new Statement(
              function,
              file,
              statement.required("Sid").asText(),
              statement.required("Effect").asText(),
              texts(statement.required("Action")),
              texts(statement.required("Resource"))));
    }
    return statements;
  }

  /** IAM takes one text as well as a list of them. */
  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.asText())
        : node.valueStream().map(JsonNode::asText).toList();
  }
}
