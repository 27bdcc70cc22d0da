package org.camelforce.salesforcecc.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * One place that has to change: a line, or the lines of one statement or element.
 *
 * @param file the file, relative to the folder that was scanned, with {@code /} between the parts
 * @param line number of the first line, from 1
 * @param column where in that line it begins, from 1
 * @param found the line or lines as they are, without indentation and with literal secrets masked
 * @param certainty whether the program can write {@code instead}
 * @param instead what to write instead, null if the lines have to go, or if {@code certainty} is {@link Certainty#LOOK}
 *     and nothing can be proposed
 * @param why what it is, and with {@link Certainty#LOOK} what to do
 */
public record MigrationFinding(
        String file, int line, int column, String found, Certainty certainty, @Nullable String instead, String why) {}
