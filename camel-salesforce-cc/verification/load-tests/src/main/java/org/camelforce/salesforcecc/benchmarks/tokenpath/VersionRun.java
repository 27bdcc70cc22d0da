package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.test.support.ChildJvm;

/**
 * Measurements in a JVM of its own each, with any version of the component.
 *
 * @param command name of a class with {@code main} that measures, and its arguments; {@link FiguresFile} is what it
 *     writes into the file that is its last argument
 * @param folder for files of the runs
 */
public record VersionRun(List<String> command, Path folder) {

    private static final long MAX_MINUTES = 10;

    /** Copies the command. */
    public VersionRun {
        command = List.copyOf(command);
    }

    /**
     * Measures once.
     *
     * @param version class path with the component; it goes before the one of this program, and can be empty
     * @return nanoseconds by what was done
     * @throws IOException if the program fails or does not end; the message is what it has printed
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Map<String, Double> nanos(String version) throws IOException, InterruptedException {
        Path figures = folder.resolve("figures");
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command());
        builder.command().addAll(List.of("-classpath", classPath(version)));
        builder.command().addAll(command);
        builder.command().add(figures.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return FiguresFile.read(figures);
    }

    private static String classPath(String version) {
        String own = System.getProperty("java.class.path");
        return version.isEmpty() ? own : version + File.pathSeparator + own;
    }
}
