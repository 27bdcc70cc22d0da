package org.camelforce.salesforcecc.reliability.history;

import java.time.Instant;

/**
 * One line of a history.
 *
 * @param at when, by the machine's clock; the order of the lines does not depend on it
 * @param process who wrote it: 0 for the parent, and counted from 1 for the consumers
 * @param what what happened
 * @param subject what it concerns, without blanks; {@code -} if there is nothing to name
 * @param detail more about it; may be empty
 */
public record Entry(Instant at, int process, HistoryEvent what, String subject, String detail) {

    /** The subject of entries that have none. */
    public static final String NONE = "-";

    private static final int PARTS = 5;

    /** @throws IllegalArgumentException if the line could not be read back */
    public Entry {
        if (subject.isEmpty() || subject.contains(" ") || (subject + detail).contains("\n")) {
            throw new IllegalArgumentException("not a line of a history: " + subject + ", " + detail);
        }
    }

    /**
     * @param line what {@link #toString} returned
     * @return the entry
     * @throws IllegalArgumentException if it is not such a line
     */
    public static Entry parse(String line) {
        String[] parts = line.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a line of a history: " + line);
        }
        return new Entry(
                Instant.parse(parts[0]),
                Integer.parseInt(parts[1]),
                HistoryEvent.valueOf(parts[2]),
                parts[3],
                parts[4]);
    }

    /** @return the subject as a number */
    public long number() {
        return Long.parseLong(subject);
    }

    /** @return the line, without its end */
    @Override
    public String toString() {
        return at + " " + process + " " + what + " " + subject + " " + detail;
    }
}
