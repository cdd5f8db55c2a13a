/** Posting to Slack: the Web API and response URLs. */
@NullMarked
package dev.costbot.slack;

import org.jspecify.annotations.NullMarked;
