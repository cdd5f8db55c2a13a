/** The bill: Cost Explorer, FOCUS files and the price list. */
@NullMarked
package dev.costbot.cost;

import org.jspecify.annotations.NullMarked;
