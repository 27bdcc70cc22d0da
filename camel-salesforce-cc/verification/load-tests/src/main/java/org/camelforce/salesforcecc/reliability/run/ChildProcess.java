package org.camelforce.salesforcecc.reliability.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.reliability.child.ConsumerProgram;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.jspecify.annotations.Nullable;

/** A consumer's process. Safe for use by several threads. */
final class ChildProcess {

    private static final List<String> OPTIONS =
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final int number;
    private final Process process;
    private final BlockingQueue<Long> heaps = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> halted = new CompletableFuture<>();

    /**
     * Starts the process.
     *
     * @param number its number
     * @param settings file of its settings
     * @param trustStore whom it trusts
     * @param log where its log goes
     */
    ChildProcess(int number, Path settings, Path trustStore, Path log) throws IOException {
        this.number = number;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djavax.net.ssl.trustStore=" + trustStore);
        command.add("-Djavax.net.ssl.trustStorePassword=" + TestTls.PASSWORD);
        command.add("-Dlog4j2.configurationFile=log4j2-consumer.xml");
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(ConsumerProgram.class.getName());
        command.add(settings.toString());
        command.add(Integer.toString(number));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread listener = new Thread(this::listen, "consumer-" + number);
        listener.setDaemon(true);
        listener.start();
    }

    int number() {
        return number;
    }

    /** Completes when the process stands still where it was told to. */
    CompletableFuture<Void> halted() {
        return halted.copy();
    }

    /** Completes with the exit code when the process has ended. */
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells the process where to stand still. */
    void haltAt(KillPoint point, int count) {
        say(ConsumerProgram.HALT + " " + point + " " + count);
    }

    /** How many bytes of its heap the process uses after a collection; null if it does not answer in time. */
    @Nullable
    Long heap(Duration most) throws InterruptedException {
        say(ConsumerProgram.HEAP);
        return heaps.poll(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells the process to end in an orderly way. */
    void stop() {
        say(ConsumerProgram.STOP);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    private void say(String words) {
        try {
            process.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // it has ended, which is noticed elsewhere
        }
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                if (line.equals(ConsumerProgram.HALT)) {
                    halted.complete(null);
                } else if (line.startsWith(ConsumerProgram.HEAP)) {
                    heaps.add(Long.parseLong(line.substring(ConsumerProgram.HEAP.length() + 1)));
                }
                line = out.readLine();
            }
        } catch (IOException e) {
            // a killed process says nothing more
        }
    }
}
