package org.camelforce.salesforcecc.loadtests.bulk;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.test.support.ChildJvm;

/** The process of a {@link BulkOrgProgram}. For use by one thread. */
final class BulkOrgProcess implements AutoCloseable {

    /** The file in the folder that has what the process logs. */
    static final String LOG = "org.log";

    private static final int END_SECONDS = 30;
    private static final int ADDRESS_PARTS = 3;

    private final Path log;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final List<String> address;

    BulkOrgProcess(Path folder, int heapMegabytes) throws IOException {
        log = folder.resolve(LOG);
        List<String> command = ChildJvm.command();
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=log4j2-org.xml",
                "-classpath",
                System.getProperty("java.class.path"),
                BulkOrgProgram.class.getName(),
                folder.toString()));
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        address = address();
    }

    String url() {
        return address.get(0);
    }

    String clientId() {
        return address.get(1);
    }

    String clientSecret() {
        return address.get(2);
    }

    /** How many bytes of its heap the process uses after a collection. */
    long heap() throws IOException {
        in.newLine();
        in.flush();
        return Long.parseLong(line());
    }

    /** A failure, with the warnings that the process has logged. */
    IOException failure(String what) throws IOException {
        return new IOException(what + "; the org has logged: " + Files.readString(log));
    }

    private List<String> address() throws IOException {
        String line = line();
        List<String> parts = List.of(line.split(" "));
        if (parts.size() != ADDRESS_PARTS) {
            String rest = out.lines().collect(Collectors.joining(System.lineSeparator()));
            throw failure("the org has not started: " + line + System.lineSeparator() + rest);
        }
        return parts;
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw failure("the org has ended with exit code "
                    + process.onExit().join().exitValue());
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
