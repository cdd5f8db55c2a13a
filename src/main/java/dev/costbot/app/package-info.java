/** The composition: settings, secrets, and the worker's Lambda entry points. */
@NullMarked
package dev.costbot.app;

import org.jspecify.annotations.NullMarked;
