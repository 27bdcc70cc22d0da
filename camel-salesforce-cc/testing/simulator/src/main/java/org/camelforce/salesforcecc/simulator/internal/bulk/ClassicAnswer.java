package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes answers of Bulk API 1.0 in JSON or XML. */
final class ClassicAnswer {

    private ClassicAnswer() {}

    /** The format of an answer: that of the request, else the one that it accepts, else that of the job. */
    static DataFormat format(BulkRequest request, DataFormat otherwise) {
        Optional<DataFormat> sent =
                DataFormat.of(request.http().getContentType()).filter(format -> format != DataFormat.CSV);
        Optional<DataFormat> accepted =
                DataFormat.of(request.http().getHeader("Accept")).filter(format -> format != DataFormat.CSV);
        return sent.or(() -> accepted).orElse(otherwise == DataFormat.JSON ? DataFormat.JSON : DataFormat.XML);
    }

    static void write(HttpServletResponse response, int status, DataFormat format, String root, JsonNode body)
            throws IOException {
        String text = format == DataFormat.JSON ? body.toString() : ClassicXml.write(root, body);
        BulkAnswer.text(response, status, format.contentType(), text);
    }

    static void error(HttpServletResponse response, int status, DataFormat format, String code, String message)
            throws IOException {
        ObjectNode error =
                JsonNodeFactory.instance.objectNode().put("exceptionCode", code).put("exceptionMessage", message);
        write(response, status, format, "error", error);
    }
}
