/** Makes the bundled sample account again. */
@NullMarked
package dev.costbot.sample;

import org.jspecify.annotations.NullMarked;
