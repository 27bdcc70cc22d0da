package org.camelforce.salesforcecc.migration;

import org.jspecify.annotations.Nullable;

/**
 * One line that has to change.
 *
 * @param file the file, relative to the folder that was scanned, with {@code /} between the parts
 * @param line line number, from 1
 * @param found the line as it is, without its indentation and with literal secrets masked
 * @param instead the line to write instead, null if it has to go
 * @param why what is wrong with it
 */
public record MigrationFinding(String file, int line, String found, @Nullable String instead, String why) {}
