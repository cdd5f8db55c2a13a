/** Records the bundled sample account with the product's own scanner and reader. */
@NullMarked
package dev.costbot.sample;

import org.jspecify.annotations.NullMarked;
