package org.camelforce.salesforcecc.simulator.internal.http;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes paths that begin with several slashes, and OAuth paths that end in one, for the paths they stand for. */
final class PathNormalizer extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        String normal = normal(path);
        if (normal.equals(path)) {
            return super.handle(request, response, callback);
        }
        HttpURI uri = HttpURI.build(request.getHttpURI()).path(normal).asImmutable();
        return super.handle(Request.serveAs(request, uri), response, callback);
    }

    static String normal(@Nullable String path) {
        String normal = path == null ? "" : path.replaceFirst("^//+", "/");
        return normal.startsWith("/services/oauth2/") || normal.startsWith("/id/")
                ? normal.replaceFirst("/+$", "")
                : normal;
    }
}
