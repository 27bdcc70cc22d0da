package org.camelforce.salesforcecc.simulator.internal.bulk;

/** What ends a row. */
enum LineEnding {
    LF("\n"),
    CRLF("\r\n");

    private final String characters;

    LineEnding(String characters) {
        this.characters = characters;
    }

    String characters() {
        return characters;
    }
}
