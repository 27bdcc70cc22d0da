package org.camelforce.salesforcecc.consumer;

import java.nio.file.Path;

/** The JDK that runs the tests. */
final class Java {

    /** Compiles for a short life, which takes less of the processor than Java's default. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
