package org.camelforce.salesforcecc.benchmarks.requests;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures one side in a process of its own. Prints a line for each case and number of callers. */
public final class SideProgram {

    /** What begins a line of figures. */
    static final String FIGURES = "figures ";

    private SideProgram() {}

    /**
     * Runs the program.
     *
     * @param args the side, the org's URL, the cases, the numbers of callers, the time of warming up for a case and
     *     that of measuring, in milliseconds
     * @throws Exception if a request fails
     */
    public static void main(String... args) throws Exception {
        Side side = Side.valueOf(args[0]);
        List<RequestCase> cases =
                Arrays.stream(args[2].split(",")).map(RequestCase::valueOf).toList();
        int[] callers =
                Arrays.stream(args[3].split(",")).mapToInt(Integer::parseInt).toArray();
        long warmUp = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[4]));
        long slice = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[5]));
        CostMeter meter = new CostMeter(System::nanoTime);
        for (RequestCase request : cases) {
            try (Client client = side.open(request, args[1])) {
                meter.measure(client, callers[0], warmUp);
                for (int threads : callers) {
                    System.out.println(FIGURES + request.name() + " " + threads + " "
                            + meter.measure(client, threads, slice).line());
                }
            }
        }
    }
}
