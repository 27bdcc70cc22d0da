package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Lists of jobs, in pages. */
final class JobList {

    private static final int PAGE = 1_000;

    private final Jobs jobs;
    private final String resource;
    private final Predicate<ListedJob> listed;

    JobList(Jobs jobs, String resource, Predicate<ListedJob> listed) {
        this.jobs = jobs;
        this.resource = resource;
        this.listed = listed;
    }

    ObjectNode get(BulkRequest request, int apiVersion) {
        Predicate<ListedJob> wanted = listed;
        if (request.query("jobType").isPresent()) {
            String type = request.query("jobType").get();
            wanted = job -> job.spec().type().text().equals(type);
        }
        if (request.query("isPkChunkingEnabled").isPresent()) {
            boolean enabled =
                    Boolean.parseBoolean(request.query("isPkChunkingEnabled").get());
            wanted = wanted.and(job -> job.isPkChunking() == enabled);
        }
        String after = request.query("queryLocator").map(JobList::id).orElse("");
        List<ListedJob> rest = jobs.list(wanted.and(job -> job.spec().id().compareTo(after) > 0));
        List<ListedJob> page = rest.subList(0, Math.min(PAGE, rest.size()));

        ObjectNode json = JsonNodeFactory.instance.objectNode().put("done", page.size() == rest.size());
        ArrayNode records = json.putArray("records");
        page.forEach(job -> records.add(job.toListJson()));
        if (page.size() == rest.size()) {
            return json.putNull("nextRecordsUrl");
        }
        return json.put(
                "nextRecordsUrl",
                "/services/data/v" + apiVersion + ".0/jobs/" + resource + "?queryLocator="
                        + locator(page.get(page.size() - 1)));
    }

    private static String locator(ListedJob last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.spec().id().getBytes(StandardCharsets.US_ASCII));
    }

    private static String id(String locator) {
        try {
            return new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
    }
}
