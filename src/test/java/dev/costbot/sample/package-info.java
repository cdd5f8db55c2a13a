/** Makes the bundled sample account with costbot's own readers. */
@NullMarked
package dev.costbot.sample;

import org.jspecify.annotations.NullMarked;
