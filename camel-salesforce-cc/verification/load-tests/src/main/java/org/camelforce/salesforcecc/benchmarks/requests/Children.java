package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camelforce.salesforcecc.test.support.ChildJvm;

/** Programs of this package, each in a process of its own. */
final class Children {

    private Children() {}

    static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = ChildJvm.command();
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** {@return what a program that serves says first} */
    static String firstLine(Process program) throws IOException {
        String line = program.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IOException("The program has ended too early");
        }
        return line;
    }

    /** {@return the figures that a program has printed until its end} */
    static List<String> figures(Process program) throws IOException {
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.startsWith(SideProgram.FIGURES))
                    .map(line -> line.substring(SideProgram.FIGURES.length()))
                    .toList();
        }
    }
}
