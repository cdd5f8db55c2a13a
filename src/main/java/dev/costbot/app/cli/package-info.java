/** The command line. */
@NullMarked
package dev.costbot.app.cli;

import org.jspecify.annotations.NullMarked;
