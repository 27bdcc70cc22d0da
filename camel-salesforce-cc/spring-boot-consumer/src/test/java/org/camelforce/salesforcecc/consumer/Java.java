package org.camelforce.salesforcecc.consumer;

import java.nio.file.Path;

/** The JDK that runs the tests. */
final class Java {

    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
