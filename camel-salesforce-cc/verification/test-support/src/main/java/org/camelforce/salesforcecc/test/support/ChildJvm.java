package org.camelforce.salesforcecc.test.support;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The JVM of a process that a test or a load test starts. */
public final class ChildJvm {

    /** With these, a process of some seconds takes half of the CPU time, and a longer one is slower. */
    private static final Set<String> FOR_SHORT_LIVES = Set.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ChildJvm() {}

    /**
     * {@return the beginning of a command that starts Java; if the JVM of this process is set up for a short life, as
     * in tests, the new one is, too}
     */
    public static List<String> command() {
        return command(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static List<String> command(List<String> ownOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ownOptions.stream().filter(FOR_SHORT_LIVES::contains).forEach(command::add);
        return command;
    }
}
