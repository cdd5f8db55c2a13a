/** Facts and history in, a grounded answer out: by a model, or by rules. */
@NullMarked
package dev.costbot.advisor;

import org.jspecify.annotations.NullMarked;
