/** The history of a thread, kept in DynamoDB, in a file or in memory. */
@NullMarked
package dev.costbot.conversation;

import org.jspecify.annotations.NullMarked;
