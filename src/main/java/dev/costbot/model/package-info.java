/**
 * Records and sealed types that all rooms share: resources, money, verdicts, findings, facts, fixes
 * and answers. Looks into the JDK only.
 */
@NullMarked
package dev.costbot.model;

import org.jspecify.annotations.NullMarked;
