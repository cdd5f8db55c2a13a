/** Collectors, one per kind of resource, and the concurrent scan over accounts and regions. */
@NullMarked
package dev.costbot.inventory;

import org.jspecify.annotations.NullMarked;
