/**
 * AWS for the tests: an emulator that is started on this machine, and a proxy that makes it fail.
 */
@NullMarked
package dev.costbot.aws;

import org.jspecify.annotations.NullMarked;
