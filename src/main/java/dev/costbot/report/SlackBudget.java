package dev.costbot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The room in one Slack message. Slack takes 50 blocks, and refuses about 13,200 characters in
 * total even where every single block is within its limits (both measured, the second is not
 * documented). One block and some characters stay free for the note that a message may be a repeat.
 */
final class SlackBudget {
  static final int BLOCKS = 49;
  static final int CHARACTERS = 11_600;

  private final List<Map<String, Object>> blocks = new ArrayList<>();
  private int reservedBlocks;
  private int reservedCharacters;
  private int used;

  /** Keeps room for what is added later; replaces an earlier reserve. */
  void reserve(int blocks, int characters) {
    reservedBlocks = blocks;
    reservedCharacters = characters;
  }

  /** Adds the block if there is room for it. */
  boolean add(Map<String, Object> block) {
    return add(List.of(block));
  }

  /** Adds all of them or none. */
  boolean add(List<Map<String, Object>> more) {
    int size = characters(more);
    if (blocksLeft() < more.size() || size > charactersLeft()) {
      return false;
    }
    blocks.addAll(more);
    used += size;
    return true;
  }

  int blocksLeft() {
    return BLOCKS - reservedBlocks - blocks.size();
  }

  int charactersLeft() {
    return CHARACTERS - reservedCharacters - used;
  }

  List<Map<String, Object>> blocks() {
    return List.copyOf(blocks);
  }

  /** All text in it, as sent. */
  static int characters(Object json) {
    return switch (json) {
      case String text -> text.length();
      case Map<?, ?> map -> map.values().stream().mapToInt(SlackBudget::characters).sum();
      case List<?> list -> list.stream().mapToInt(SlackBudget::characters).sum();
      default -> 0;
    };
  }
}
