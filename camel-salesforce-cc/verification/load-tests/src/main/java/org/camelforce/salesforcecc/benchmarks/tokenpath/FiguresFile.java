package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of one measurement, as one process leaves them for another. */
public final class FiguresFile {

    private FiguresFile() {}

    /**
     * Writes figures.
     *
     * @param file replaced if it exists
     * @param nanos nanoseconds by what was done
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Map<String, Double> nanos) throws IOException {
        Files.write(
                file,
                nanos.entrySet().stream()
                        .map(figure -> figure.getKey() + "\t" + figure.getValue())
                        .toList());
    }

    /**
     * Reads figures.
     *
     * @param file written by {@link #write}
     * @return nanoseconds by what was done, in the order in which they were written
     * @throws IOException if the file cannot be read
     */
    static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> nanos = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            nanos.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        return nanos;
    }
}
