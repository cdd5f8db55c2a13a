/** What stands in for AWS and Slack on one machine: the local server and the demo. */
@NullMarked
package dev.costbot.app.local;

import org.jspecify.annotations.NullMarked;
