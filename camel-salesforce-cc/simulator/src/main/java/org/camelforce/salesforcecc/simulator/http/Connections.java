package org.camelforce.salesforcecc.simulator.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Breaks connections. */
final class Connections {

    private Connections() {}

    /** Closes the connection of a request at once; what has not been flushed is lost. */
    static void drop(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
