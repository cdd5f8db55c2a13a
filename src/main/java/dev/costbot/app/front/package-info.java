/**
 * The front function: verifies, acknowledges, and hands over to the worker with one signed call.
 */
@NullMarked
package dev.costbot.app.front;

import org.jspecify.annotations.NullMarked;
