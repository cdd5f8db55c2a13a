/** One class per check and the engine that runs them. Pure: no clock, no AWS, no files. */
@NullMarked
package dev.costbot.checks;

import org.jspecify.annotations.NullMarked;
