package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code job} of Bulk API 1.0 (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API"). */
final class ClassicResource {

    private static final int LARGEST_BATCH = 10_000_000;

    private final BulkContext context;
    private final AtomicLong batches = new AtomicLong();

    ClassicResource(BulkContext context) {
        this.context = context;
    }

    /** Serves a request whose path is the API version, {@code job} and what follows. */
    void serve(BulkRequest request, HttpServletResponse response, int apiVersion) throws IOException {
        List<String> path = request.path();
        if (path.size() == 2) {
            require(request, "POST");
            ClassicJob job = create(request, apiVersion);
            write(request, response, 201, job, "jobInfo", job.toJson());
            return;
        }
        ClassicJob job = context.jobs()
                .find(path.get(2), ClassicJob.class)
                .orElseThrow(() -> BulkError.INVALID_JOB.because("Unable to find job: " + path.get(2)));
        if (path.size() == 3) {
            if (request.method().equals("POST")) {
                change(job, body(request).path("state").asText(""));
            } else {
                require(request, "GET");
            }
            write(request, response, 200, job, "jobInfo", job.toJson());
        } else if (path.get(3).equals("batch")) {
            serveBatches(request, response, job);
        } else {
            throw unknownUrl(request);
        }
    }

    private void serveBatches(BulkRequest request, HttpServletResponse response, ClassicJob job) throws IOException {
        List<String> path = request.path();
        if (path.size() == 4) {
            if (request.method().equals("POST")) {
                write(
                        request,
                        response,
                        201,
                        job,
                        "batchInfo",
                        add(request, job).toJson());
                return;
            }
            require(request, "GET");
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            ArrayNode infos = list.putArray("batchInfo");
            job.batches().forEach(batch -> infos.add(batch.toJson()));
            write(request, response, 200, job, "batchInfoList", list);
            return;
        }
        require(request, "GET");
        ClassicBatch batch = job.batch(path.get(4))
                .orElseThrow(() -> BulkError.INVALID_BATCH.because("Unable to find batch: " + path.get(4)));
        if (path.size() == 5) {
            write(request, response, 200, job, "batchInfo", batch.toJson());
        } else if (path.size() == 6 && path.get(5).equals("request")) {
            file(response, batch.request(), job.settings().format());
        } else if (path.get(5).equals("result")) {
            serveResults(request, response, job, batch);
        } else {
            throw unknownUrl(request);
        }
    }

    private static void serveResults(
            BulkRequest request, HttpServletResponse response, ClassicJob job, ClassicBatch batch) throws IOException {
        if (!batch.isCompleted()) {
            throw BulkError.INVALID_BATCH.because("Batch not completed");
        }
        boolean query = job.spec().operation().isQuery();
        if (request.path().size() == 6 && query) {
            resultIds(request, response, job, batch);
        } else if (request.path().size() == 6
                || query && request.path().size() == 7 && request.path().get(6).equals(batch.resultId())) {
            file(response, batch.result(), job.settings().format());
        } else {
            throw unknownUrl(request);
        }
    }

    private static void resultIds(BulkRequest request, HttpServletResponse response, ClassicJob job, ClassicBatch batch)
            throws IOException {
        DataFormat format = ClassicAnswer.format(request, job.settings().format());
        if (format == DataFormat.JSON) {
            BulkAnswer.json(response, 200, JsonNodeFactory.instance.arrayNode().add(batch.resultId()));
        } else {
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("result", batch.resultId());
            ClassicAnswer.write(response, 200, format, "result-list", list);
        }
    }

    private ClassicJob create(BulkRequest request, int apiVersion) throws IOException {
        ObjectNode body = body(request);
        Operation operation = JobFactory.operation(body);
        SObjectDefinition object = context.factory().object(body.path("object").asText(""));
        ClassicSettings settings = new ClassicSettings(
                format(body.path("contentType").asText("XML")),
                body.path("concurrencyMode").asText("Parallel"),
                operation.isQuery() ? PkChunks.size(request.http().getHeader(PkChunks.HEADER)) : 0);
        ClassicJob job = new ClassicJob(
                new JobSpec(
                        context.jobs().nextId(),
                        JobType.CLASSIC,
                        operation,
                        object.name(),
                        operation == Operation.UPSERT
                                ? JobFactory.externalId(
                                        object, body.path("externalIdFieldName").asText(""))
                                : "",
                        body.path("assignmentRuleId").asText(""),
                        CsvDialect.DEFAULT,
                        apiVersion,
                        request.session().userId(),
                        context.time().instant()),
                settings);
        context.jobs().add(job);
        return job;
    }

    private void change(ClassicJob job, String state) {
        boolean changed =
                switch (state) {
                    case "Closed" ->
                        job.progress()
                                .move(
                                        JobState.OPEN,
                                        JobState.CLOSED,
                                        context.time().instant());
                    case "Aborted" -> job.abort(context.time().instant());
                    default -> throw V2Errors.noState(state);
                };
        if (!changed) {
            throw V2Errors.already(state.equals("Closed") ? "Closing" : "Aborting", job.progress());
        }
    }

    private ClassicBatch add(BulkRequest request, ClassicJob job) throws IOException {
        if (job.progress().state() != JobState.OPEN) {
            throw BulkError.INVALID_JOB_STATE.because(
                    "Adding a batch to " + job.progress().state().inMessages() + " Job not allowed");
        }
        DataFormat format = job.settings().format();
        if (DataFormat.of(request.http().getContentType())
                .filter(format::equals)
                .isEmpty()) {
            throw BulkError.INVALID_BATCH.because(
                    "The content type of the batch is not that of the job, which is " + format);
        }
        ClassicBatch batch = newBatch(job);
        store(request.http().getInputStream(), batch.request());
        job.add(batch);
        if (job.spec().operation().isQuery()) {
            // unlike readString, this replaces what is no UTF-8
            query(job, batch, new String(Files.readAllBytes(batch.request()), StandardCharsets.UTF_8));
        } else {
            SObjectDefinition object = context.factory().object(job.spec().object());
            context.run(batch.progress(), () -> batch.load(context.records(), object, context.runner()));
        }
        return batch;
    }

    private void query(ClassicJob job, ClassicBatch batch, String soql) {
        if (!job.isPkChunking()) {
            context.run(batch.progress(), () -> batch.query(context.records(), soql, context.runner()));
            return;
        }
        try {
            for (String part : PkChunks.split(soql, job.settings().chunkSize(), context.records())) {
                ClassicBatch chunk = newBatch(job);
                try (InputStream text = new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8))) {
                    store(text, chunk.request());
                }
                job.add(chunk);
                context.run(chunk.progress(), () -> chunk.query(context.records(), part, context.runner()));
            }
            batch.progress().abort(context.time().instant());
        } catch (ApiException e) {
            batch.progress()
                    .fail(
                            BulkError.INVALID_BATCH.message(
                                    "Failed to process query: " + e.errorCode() + ": " + e.getMessage()),
                            context.time().instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClassicBatch newBatch(ClassicJob job) {
        return new ClassicBatch(
                SalesforceId.of("751", batches.incrementAndGet()),
                job.spec(),
                job.settings().format(),
                context.files(),
                context.time().instant());
    }

    private static void store(InputStream data, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                length += read;
                if (length > LARGEST_BATCH) {
                    throw BulkError.CLIENT_INPUT_ERROR.because(
                            "Failed to read request. Exceeded max size limit of " + LARGEST_BATCH);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static DataFormat format(String contentType) {
        for (DataFormat format : DataFormat.values()) {
            if (format.name().equals(contentType)) {
                return format;
            }
        }
        throw BulkError.INVALID_JOB.because("The content type " + contentType + " is not supported");
    }

    private static ObjectNode body(BulkRequest request) throws IOException {
        byte[] description = description(request);
        try {
            return request.isOfType("application/json")
                    ? BulkRequest.json(description)
                    : ClassicXml.read(new ByteArrayInputStream(description));
        } catch (XMLStreamException | ApiException e) {
            throw BulkError.INVALID_JOB.because("Unable to parse Job");
        }
    }

    private static byte[] description(BulkRequest request) throws IOException {
        try {
            return request.description();
        } catch (ApiException e) {
            throw new ApiException(e.status(), BulkError.CLIENT_INPUT_ERROR.text(), String.valueOf(e.getMessage()));
        }
    }

    private static void write(
            BulkRequest request, HttpServletResponse response, int status, ClassicJob job, String root, ObjectNode body)
            throws IOException {
        ClassicAnswer.write(
                response, status, ClassicAnswer.format(request, job.settings().format()), root, body);
    }

    private static void file(HttpServletResponse response, Path file, DataFormat format) throws IOException {
        response.setStatus(200);
        response.setContentType(format.contentType());
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private static void require(BulkRequest request, String method) {
        if (!request.method().equals(method)) {
            throw new ApiException(405, "InvalidUrl", "HTTP Method '" + request.method() + "' not allowed");
        }
    }

    private static ApiException unknownUrl(BulkRequest request) {
        return BulkError.INVALID_URL.because(
                "The URL is invalid: " + request.http().getRequestURI());
    }
}
