/**
 * What comes from Slack: signatures, payloads and the envelope handed to the worker. Its classes
 * are the front function's, so it looks into the JDK and the JSON parser only.
 */
@NullMarked
package dev.costbot.slack.request;

import org.jspecify.annotations.NullMarked;
