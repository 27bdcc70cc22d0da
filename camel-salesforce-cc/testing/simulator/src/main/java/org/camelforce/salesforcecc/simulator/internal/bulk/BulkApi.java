package org.camelforce.salesforcecc.simulator.internal.bulk;

import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * The Bulk APIs of an org. A filter before the servlets looks the access token up and leaves the session as a request
 * attribute. Its threads and files are gone with {@link #close}. Safe for use by several threads.
 */
public final class BulkApi implements AutoCloseable {

    private final BulkContext context;

    /**
     * @param name prefix of the names of its threads
     * @param schema the objects that the org knows
     * @param records the org's records; not closed by this
     * @param times how long jobs take at least
     * @param time the org's clock
     */
    public BulkApi(String name, Schema schema, BulkRecords records, JobTimes times, InstantSource time) {
        TemporaryFiles files = new TemporaryFiles("salesforce-simulator-bulk");
        Jobs jobs = new Jobs(files);
        context = new BulkContext(
                records, jobs, files, new JobFactory(schema, jobs, time), new JobRunner(name, time), times, time);
    }

    /**
     * @param oldest number of the oldest API version that is served
     * @param latest number of the latest one
     * @return the servlets by path
     */
    public Map<String, HttpServlet> servlets(int oldest, int latest) {
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        for (int version = oldest; version <= latest; version++) {
            servlets.put("/services/data/v" + version + ".0/jobs/*", new BulkV2Servlet(context, version));
        }
        servlets.put("/services/async/*", new BulkV1Servlet(context, oldest, latest));
        return servlets;
    }

    /** Ends all jobs and deletes their files. */
    @Override
    public void close() {
        context.runner().close();
        context.files().close();
    }
}
