package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.fault.Fault;

/** Writes the answer that a test asked for. */
public final class FaultAnswer {

    private FaultAnswer() {}

    /**
     * @param answer what to write
     * @param response the response, not committed yet
     * @throws IOException if the client does not wait for it
     */
    public static void write(Fault.Answer answer, HttpServletResponse response) throws IOException {
        for (String header : answer.headers()) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                response.addHeader(
                        header.substring(0, colon), header.substring(colon + 1).trim());
            }
        }
        ErrorResponse.write(response, answer.status(), new ErrorBody(answer.contentType(), answer.body()));
    }
}
