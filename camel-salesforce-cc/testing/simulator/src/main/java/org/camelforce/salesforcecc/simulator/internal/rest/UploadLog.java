package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.simulator.request.Upload;

/** The binary parts that arrived, oldest first. Safe for use by several threads. */
final class UploadLog {

    private final List<Upload> uploads = new CopyOnWriteArrayList<>();

    void add(String object, String id, List<RequestBody.BinaryPart> parts) {
        parts.forEach(part -> uploads.add(new Upload(object, id, part.field(), part.length(), part.sha256())));
    }

    List<Upload> all() {
        return List.copyOf(uploads);
    }
}
