package org.camelforce.salesforcecc.examples.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The node processes, by name. For one thread. */
final class Nodes implements AutoCloseable {

    private static final long SECONDS_TO_STOP = 15;

    private final Map<String, String> environment;
    private final Map<String, Process> running = new LinkedHashMap<>();
    private int started;

    /** @param environment the variables that all nodes are started with, beside {@code NODE_NAME} */
    Nodes(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    void start() throws IOException {
        String name = "node-" + ++started;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Node.class.getName())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().put("NODE_NAME", name);
        running.put(name, builder.start());
    }

    /** Ends a node as a power failure would. */
    void kill(String name) throws InterruptedException {
        Process process = running.remove(name);
        if (process == null) {
            throw new IllegalStateException("There is no node " + name + " among " + running.keySet());
        }
        process.destroyForcibly().waitFor();
    }

    /** @throws IllegalStateException if a node has ended that was not killed */
    void check() {
        running.forEach((name, process) -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " has ended with exit code " + process.exitValue());
            }
        });
    }

    /** Lets the nodes stop in an orderly way, and kills those that do not. */
    @Override
    public void close() {
        try {
            for (Process process : running.values()) {
                process.getOutputStream().close();
            }
            for (Process process : running.values()) {
                process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A node cannot be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.values().forEach(Process::destroyForcibly);
        }
    }
}
