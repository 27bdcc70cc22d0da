package org.camelforce.salesforcecc.loadtests.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * An org whose records are in a file, in a process of its own. Its first line is its URL, consumer key and secret. For
 * each line that it gets, it says how many bytes of its heap it uses after a collection.
 */
public final class BulkOrgProgram {

    private static final int API_REQUESTS = 1_000_000;

    private BulkOrgProgram() {}

    /**
     * Runs the program until its input ends.
     *
     * @param args the folder of the file
     * @throws IOException if the input cannot be read
     */
    public static void main(String... args) throws IOException {
        // change events stay in the org's memory for three days, so none are captured
        try (SalesforceSimulator org = SalesforceSimulator.builder()
                        .recordsFolder(Path.of(args[0]))
                        .changeDataCapture(entity -> false)
                        .dailyApiRequests(API_REQUESTS)
                        .start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(org.getLoginUrl() + " " + org.getClientId() + " " + org.getClientSecret());
            while (in.readLine() != null) {
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }
}
