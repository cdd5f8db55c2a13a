/** Pure rendering of answers: Slack blocks, text, JSON and CSV. */
@NullMarked
package dev.costbot.report;

import org.jspecify.annotations.NullMarked;
