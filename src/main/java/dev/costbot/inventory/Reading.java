package dev.costbot.inventory;

import dev.costbot.model.Resource;
import dev.costbot.model.Unread;
import java.util.List;

/** What is known so far of one kind of resource in one region. */
record Reading(List<? extends Resource> resources, List<Unread> unread) {
  Reading {
    resources = List.copyOf(resources);
    unread = List.copyOf(unread);
  }
}
