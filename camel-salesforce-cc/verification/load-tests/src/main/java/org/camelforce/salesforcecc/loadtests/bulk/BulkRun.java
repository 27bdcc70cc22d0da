package org.camelforce.salesforcecc.loadtests.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Loads many rows by one job, and reads them back by another one, page by page. */
public final class BulkRun {

    private static final int SAMPLES = 10;
    private static final int POLL_MILLIS = 200;

    /**
     * What happened.
     *
     * @param uploadSeconds how long the upload took
     * @param loadSeconds how long the job took from its close until it had ended
     * @param querySeconds how long the query job took
     * @param readSeconds how long it took to read its pages
     * @param stored rows that the job stored
     * @param failed rows that failed
     * @param read different rows that were read back
     * @param repeated rows that were read more than once
     * @param heaps bytes of the org's heap in use after collections: during the load, then during the reading
     */
    public record Result(
            double uploadSeconds,
            double loadSeconds,
            double querySeconds,
            double readSeconds,
            long stored,
            long failed,
            int read,
            int repeated,
            List<Long> heaps) {

        /** Copies the list. */
        public Result {
            heaps = List.copyOf(heaps);
        }
    }

    private final int rows;
    private final int pageRows;
    private final int heapMegabytes;
    private final LongSupplier ticker;
    private final Semaphore never = new Semaphore(0);
    private final List<Long> heaps = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private int repeated;

    /**
     * @param rows how many rows
     * @param pageRows how many rows a page of the query has
     * @param heapMegabytes the greatest heap of the org's process
     * @param ticker nanoseconds
     */
    public BulkRun(int rows, int pageRows, int heapMegabytes, LongSupplier ticker) {
        this.rows = rows;
        this.pageRows = pageRows;
        this.heapMegabytes = heapMegabytes;
        this.ticker = ticker;
    }

    /**
     * Runs once.
     *
     * @param folder an empty folder for the org's files
     * @return what happened
     * @throws IOException if a request fails
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Result run(Path folder) throws IOException, InterruptedException {
        try (BulkOrgProcess org = new BulkOrgProcess(folder, heapMegabytes)) {
            BulkClient client = new BulkClient(org.url(), org.clientId(), org.clientSecret());
            long start = ticker.getAsLong();
            String load = client.ingest("Account", () -> new RowsStream(rows));
            double upload = seconds(start);
            start = ticker.getAsLong();
            JsonNode loaded = ended(client, load, org);
            double loading = seconds(start);

            start = ticker.getAsLong();
            String query = client.query("SELECT Id, Name, Phone, BillingCity, NumberOfEmployees FROM Account");
            ended(client, query, org);
            double querying = seconds(start);
            start = ticker.getAsLong();
            read(client, query, org);
            return new Result(
                    upload,
                    loading,
                    querying,
                    seconds(start),
                    loaded.path("numberRecordsProcessed").asLong()
                            - loaded.path("numberRecordsFailed").asLong(),
                    loaded.path("numberRecordsFailed").asLong(),
                    seen.cardinality(),
                    repeated,
                    heaps);
        }
    }

    private JsonNode ended(BulkClient client, String job, BulkOrgProcess org) throws IOException, InterruptedException {
        int next = rows / SAMPLES;
        JsonNode info = client.info(job);
        while (!List.of("JobComplete", "Failed", "Aborted")
                .contains(info.path("state").asText())) {
            if (info.path("numberRecordsProcessed").asInt() >= next) {
                heaps.add(org.heap());
                next += rows / SAMPLES;
            }
            if (never.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("there is no permit");
            }
            info = client.info(job);
        }
        if (!info.path("state").asText().equals("JobComplete")) {
            throw org.failure(info.toString());
        }
        heaps.add(org.heap());
        return info;
    }

    private void read(BulkClient client, String job, BulkOrgProcess org) throws IOException, InterruptedException {
        String locator = "";
        int sampled = 0;
        while (!locator.equals("null")) {
            HttpResponse<InputStream> page = client.results(
                    job + "/results?maxRecords=" + pageRows + (locator.isEmpty() ? "" : "&locator=" + locator));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(page.body(), StandardCharsets.US_ASCII))) {
                lines.readLine();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    note(line);
                }
            }
            if (seen.cardinality() - sampled >= rows / SAMPLES) {
                sampled = seen.cardinality();
                heaps.add(org.heap());
            }
            locator = page.headers().firstValue("Sforce-Locator").orElse("null");
        }
    }

    private void note(String line) {
        int from = line.indexOf(RowsStream.PREFIX) + RowsStream.PREFIX.length();
        int number = Integer.parseInt(line.substring(from, line.indexOf('"', from)));
        if (seen.get(number)) {
            repeated++;
        }
        seen.set(number);
    }

    private double seconds(long start) {
        return (ticker.getAsLong() - start) / 1e9;
    }
}
