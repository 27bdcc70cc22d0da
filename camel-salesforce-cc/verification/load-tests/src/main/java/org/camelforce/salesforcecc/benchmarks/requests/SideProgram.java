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
     * @param args the side, the org's URL, the cases, the numbers of callers, the longest time of warming up for a case
     *     and that of measuring, in milliseconds
     * @throws Exception if a request fails
     */
    public static void main(String... args) throws Exception {
        Side side = Side.valueOf(args[0]);
        List<RequestCase> cases =
                Arrays.stream(args[2].split(",")).map(RequestCase::valueOf).toList();
        int[] callers =
                Arrays.stream(args[3].split(",")).mapToInt(Integer::parseInt).toArray();
        long slice = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[5]));
        CostMeter meter = new CostMeter(System::nanoTime);
        WarmUp warmUp = new WarmUp(meter, Long.parseLong(args[4]));
        int most = Arrays.stream(callers).max().orElseThrow();
        for (RequestCase request : cases) {
            try (Client client = side.open(request, args[1])) {
                warmUp.run(client, most);
                for (int threads : callers) {
                    System.out.println(FIGURES + request.name() + " " + threads + " "
                            + meter.measure(client, threads, slice).line());
                }
            }
        }
    }
}
