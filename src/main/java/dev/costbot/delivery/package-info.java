/** Leases on accepted questions and the outbox: every accepted question ends in one message. */
@NullMarked
package dev.costbot.delivery;

import org.jspecify.annotations.NullMarked;
