package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Closes connections without an answer. */
public final class ConnectionFault {

    private ConnectionFault() {}

    /**
     * Closes the connection of a request at once; what has not been flushed is lost.
     *
     * @param request a request that Jetty's ee10 environment serves
     */
    public static void drop(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
