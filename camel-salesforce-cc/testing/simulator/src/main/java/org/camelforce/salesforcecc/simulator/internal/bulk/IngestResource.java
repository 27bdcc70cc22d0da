package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.model.Utf8Stream;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** {@code jobs/ingest} (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Ingest"). */
final class IngestResource implements JobResource<IngestJob> {

    /** Salesforce stores the data in base64, which may be 150 MB. */
    private static final long LARGEST_UPLOAD = 100L * 1024 * 1024;

    private static final int LARGEST_MULTIPART = 100_000;
    private static final String CSV = "text/csv";

    private final BulkContext context;
    private final int apiVersion;
    private final JobList list;

    IngestResource(BulkContext context, int apiVersion) {
        this.context = context;
        this.apiVersion = apiVersion;
        this.list = new JobList(
                context.jobs(),
                "ingest",
                job -> job.spec().type() != JobType.V2_QUERY
                        && !job.spec().operation().isQuery());
    }

    @Override
    public ObjectNode list(BulkRequest request) {
        return list.get(request, apiVersion);
    }

    @Override
    public Optional<IngestJob> find(String id) {
        return context.jobs().find(id, IngestJob.class);
    }

    @Override
    public void serveJob(BulkRequest request, HttpServletResponse response, IngestJob job) throws IOException {
        switch (request.method()) {
            case "GET" -> BulkAnswer.json(response, 200, job.toJson());
            case "PATCH" -> BulkAnswer.json(response, 200, change(job, request.json()));
            case "DELETE" -> {
                if (job.progress().state() != JobState.UPLOAD_COMPLETE
                        && !job.progress().state().isEnd()) {
                    throw V2Errors.notDeletable(job.progress());
                }
                job.progress().abort(context.time().instant());
                context.jobs().delete(job);
                response.setStatus(204);
            }
            default -> throw V2Errors.notAllowed(request, "DELETE,GET,PATCH");
        }
    }

    @Override
    public void serveData(BulkRequest request, HttpServletResponse response, IngestJob job, String name)
            throws IOException {
        if (name.equals("batches")) {
            V2Errors.require(request, "PUT");
            upload(request, job);
            response.setStatus(201);
            return;
        }
        V2Errors.require(request, "GET");
        switch (name) {
            case "successfulResults" -> results(response, job, true);
            case "failedResults" -> results(response, job, false);
            case "unprocessedrecords" -> unprocessed(response, job);
            default -> throw V2Errors.unknownResource();
        }
    }

    @Override
    public ObjectNode create(BulkRequest request) throws IOException {
        if (request.isOfType("multipart/form-data")) {
            return createMultipart(request);
        }
        return newJob(request.json(), request).toShortJson();
    }

    private ObjectNode createMultipart(BulkRequest request) throws IOException {
        request.http()
                .setAttribute(
                        ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                        new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, -1, LARGEST_MULTIPART));
        @Nullable Part description = null;
        @Nullable Part content = null;
        try {
            for (Part part : parts(request.http())) {
                if ("job".equals(part.getName())) {
                    description = part;
                } else if ("content".equals(part.getName())) {
                    content = part;
                }
            }
        } catch (ServletException | RuntimeException e) {
            throw unreadableMultipart();
        }
        if (description == null || content == null) {
            throw BulkError.CLIENT_INPUT_ERROR.because("A multipart request has the parts job and content");
        }
        if (content.getSize() > LARGEST_MULTIPART) {
            throw BulkError.CLIENT_INPUT_ERROR.because(
                    "The data of a multipart request is limited to " + LARGEST_MULTIPART + " characters");
        }
        IngestJob job;
        try (InputStream in = text(description)) {
            job = newJob(BulkRequest.json(in), request);
        }
        try (InputStream in = text(content)) {
            store(in, job);
        }
        return close(job);
    }

    private static InputStream text(Part part) throws IOException {
        try {
            return Utf8Stream.of(part.getInputStream(), part.getContentType());
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    415, "UNSUPPORTED_MEDIA_TYPE", "The character set of a part of the request is not supported");
        }
    }

    private static Collection<Part> parts(HttpServletRequest http) throws ServletException {
        try {
            return http.getParts();
        } catch (IOException e) {
            throw unreadableMultipart();
        }
    }

    /** Says nothing of the cause, whose message names classes of the web server. */
    private static ApiException unreadableMultipart() {
        return BulkError.CLIENT_INPUT_ERROR.because("The multipart request cannot be read");
    }

    private IngestJob newJob(ObjectNode body, BulkRequest request) {
        JobSpec spec =
                context.factory().ingest(body, apiVersion, request.session().userId());
        IngestJob job = new IngestJob(spec, context.factory().object(spec.object()), context.files());
        context.jobs().add(job);
        return job;
    }

    private void upload(BulkRequest request, IngestJob job) throws IOException {
        if (!request.isOfType(CSV)) {
            throw new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", "The data of a job has the content type " + CSV);
        }
        if (job.progress().state() != JobState.OPEN) {
            throw noLongerOpen(job);
        }
        if (request.http().getContentLengthLong() > LARGEST_UPLOAD) {
            throw tooLarge();
        }
        store(request.http().getInputStream(), job);
    }

    private static void store(InputStream data, IngestJob job) throws IOException {
        if (!job.beginUpload()) {
            throw BulkError.CLIENT_INPUT_ERROR.because("Found multiple contents for job: <"
                    + job.spec().id() + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job"
                    + " and make sure you only do 'PUT' once on a given Job.");
        }
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(job.upload())) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                length += read;
                if (length > LARGEST_UPLOAD) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
            complete = true;
        } finally {
            if (!complete) {
                job.dropUpload();
            }
        }
        if (!job.endUpload()) {
            throw noLongerOpen(job);
        }
    }

    private static ApiException noLongerOpen(IngestJob job) {
        return BulkError.INVALID_JOB_STATE.because(
                "Uploading data to " + job.progress().state().inMessages() + " Job not allowed");
    }

    private static ApiException tooLarge() {
        return new ApiException(
                413, "REQUEST_ENTITY_TOO_LARGE", "The data of a job is limited to " + LARGEST_UPLOAD + " bytes");
    }

    private ObjectNode change(IngestJob job, ObjectNode body) {
        String state = body.path("state").asText("");
        switch (state) {
            case "UploadComplete" -> {
                return close(job);
            }
            case "Aborted" -> {
                if (!job.progress().abort(context.time().instant())) {
                    throw V2Errors.already("Aborting", job.progress());
                }
                return job.toShortJson();
            }
            default -> throw V2Errors.noState(state);
        }
    }

    /** Closes a job, and answers what it is before its processing begins. */
    private ObjectNode close(IngestJob job) {
        if (!job.close(context.time().instant())) {
            throw V2Errors.already("Closing", job.progress());
        }
        ObjectNode closed = job.toShortJson();
        context.run(job.progress(), () -> job.process(context.records(), context.runner()));
        return closed;
    }

    private static void results(HttpServletResponse response, IngestJob job, boolean success) throws IOException {
        requireEnded(job);
        Path file = success ? job.successful() : job.failed();
        if (Files.exists(file)) {
            BulkAnswer.csv(response, file);
        } else {
            String header = "\"sf__Id\"" + job.spec().dialect().delimiter().character()
                    + (success ? "\"sf__Created\"" : "\"sf__Error\"")
                    + job.spec().dialect().lineEnding().characters();
            BulkAnswer.text(response, 200, "text/csv;charset=UTF-8", header);
        }
    }

    private static void unprocessed(HttpServletResponse response, IngestJob job) throws IOException {
        requireEnded(job);
        response.setStatus(200);
        response.setContentType("text/csv;charset=UTF-8");
        if (job.isUploaded()) {
            try (InputStream in = Files.newInputStream(job.upload())) {
                OutputStream out = response.getOutputStream();
                CsvRecords records = new CsvRecords(in, job.spec().dialect());
                records.copy(out, 1);
                records.skip(job.snapshot().processed());
                records.copy(out, Long.MAX_VALUE);
            }
        }
    }

    private static void requireEnded(IngestJob job) {
        if (!job.progress().state().isEnd()) {
            throw BulkError.INVALID_JOB_STATE.because("The job has not ended. Its state is "
                    + job.progress().state().text());
        }
    }
}
