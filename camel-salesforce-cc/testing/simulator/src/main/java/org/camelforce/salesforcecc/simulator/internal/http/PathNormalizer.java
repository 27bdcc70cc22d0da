package org.camelforce.salesforcecc.simulator.internal.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes paths that begin with several slashes, and OAuth paths that end in one, for the paths they stand for. Where the
 * path of an API has an encoded slash, there is nothing.
 */
final class PathNormalizer extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        String normal = normal(path);
        if (RestPaths.hasEncodedSlash(normal)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
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
