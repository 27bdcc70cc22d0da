package org.camelforce.salesforcecc.reliability.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.reliability.recording.Gate;
import org.camelforce.salesforcecc.reliability.recording.Recorder;

/**
 * Consumes events until its standard input says {@code stop} or ends. {@code halt POINT COUNT} on the standard input
 * lets it stand still at that point, which it tells in the history and on its standard output.
 */
public final class ConsumerProgram {

    /** Ends the process in an orderly way. */
    public static final String STOP = "stop";

    /** Followed by a point and a count. */
    public static final String HALT = "halt";

    /** Asks for the bytes of heap in use after a collection, and stands before the answer. */
    public static final String HEAP = "heap";

    private ConsumerProgram() {}

    /**
     * @param args file of the settings; number of this process
     * @throws Exception if it cannot start
     */
    public static void main(String... args) throws Exception {
        ConsumerSettings settings = ConsumerSettings.read(Path.of(args[0]));
        InstantSource clock = InstantSource.system();
        int code;
        try (History history = new History(settings.history(), Integer.parseInt(args[1]), clock)) {
            code = run(settings, history, clock);
        }
        System.exit(code);
    }

    private static int run(ConsumerSettings settings, History history, InstantSource clock) throws Exception {
        Gate gate = new Gate(point -> {
            history.add(HistoryEvent.HALTED, point);
            say(HALT);
        });
        try (Consumer consumer = ConsumerFactory.of(settings, new Recorder(history, gate), clock)) {
            history.add(HistoryEvent.STARTED);
            consumer.start();
            obey(gate);
            return 0;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }

    private static void obey(Gate gate) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order = orders.readLine();
        while (order != null && !order.equals(STOP)) {
            if (order.equals(HEAP)) {
                System.gc();
                say(HEAP + " "
                        + ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getUsed());
            } else {
                String[] words = order.split(" ");
                gate.order(KillPoint.valueOf(words[1]), Integer.parseInt(words[2]));
            }
            order = orders.readLine();
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
