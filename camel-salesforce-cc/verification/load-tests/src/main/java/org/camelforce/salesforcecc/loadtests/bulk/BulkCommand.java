package org.camelforce.salesforcecc.loadtests.bulk;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many rows by Bulk API 2.0 and back, and the heap of the org meanwhile. */
@Command(
        name = "bulk",
        description = "Loads rows into the simulator by Bulk API 2.0, and reads them back by locator.",
        mixinStandardHelpOptions = true)
public final class BulkCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1 << 20;
    /** The database's cache, which fills until it is full. */
    private static final double CACHE_MEGABYTES = 24;

    private final LongSupplier ticker;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--page-rows", defaultValue = "50000", description = "Rows in a page (${DEFAULT-VALUE}).")
    private int pageRows;

    @Option(names = "--heap", defaultValue = "128", description = "Heap of the org in MB (${DEFAULT-VALUE}).")
    private int heap;

    /** @param ticker nanoseconds */
    public BulkCommand(LongSupplier ticker) {
        this.ticker = ticker;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("salesforce-cc-bulk");
        BulkRun.Result result = new BulkRun(rows, pageRows, heap, ticker).run(folder);
        Files.deleteIfExists(folder.resolve(BulkOrgProcess.LOG));
        Files.deleteIfExists(folder);
        print(out, "uploaded", result.uploadSeconds());
        print(out, "stored", result.loadSeconds());
        print(out, "queried", result.querySeconds());
        print(out, "read back", result.readSeconds());
        out.printf(
                "%d rows stored, %d failed, %d read back, %d more than once%n",
                result.stored(), result.failed(), result.read(), result.repeated());
        out.printf("heap of the org in use after collections, MB, at most %d:%s%n", heap, heaps(result.heaps()));
        out.flush();
        boolean complete = result.stored() == rows && result.read() == rows && result.repeated() == 0;
        return complete && isFlat(result.heaps()) ? 0 : 1;
    }

    private void print(PrintWriter out, String what, double seconds) {
        out.printf(Locale.ROOT, "%-10s %8.1f s %8.0f rows/s%n", what, seconds, rows / seconds);
    }

    private static boolean isFlat(List<Long> heaps) {
        return Collections.max(heaps) - heaps.get(0) <= CACHE_MEGABYTES * MEGABYTE;
    }

    private static String heaps(List<Long> heaps) {
        return heaps.stream()
                .map(bytes -> String.format(Locale.ROOT, " %.1f", bytes / MEGABYTE))
                .collect(Collectors.joining());
    }
}
