package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.RuntimeCamelException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The place that every request with a token of this session passes. A token goes to the origin of the instance URL that
 * came with it and nowhere else; a request carries it once, and no credential of anybody else's. Nothing is sent, and
 * no host name looked up, before that is certain. Safe for use by several threads.
 */
final class RequestGuard {

    private static final int MAX_INSTANCES = 8;
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");
    private static final ThreadLocal<RequestShape> SHAPE = new ThreadLocal<>();

    private final Supplier<Optional<AccessToken>> current;
    private final Function<AccessToken, URI> instanceUrl;
    private final Map<Origin, AccessToken> tokens = new ConcurrentHashMap<>();
    private volatile @Nullable AccessToken newest;

    /**
     * @param current the token in use, if there is one
     * @param instanceUrl where the API is called with a token
     */
    RequestGuard(Supplier<Optional<AccessToken>> current, Function<AccessToken, URI> instanceUrl) {
        this.current = current;
        this.instanceUrl = instanceUrl;
    }

    /**
     * Says what the thread is about to request.
     *
     * @param shape the operation, or null for none
     * @return what it was before, to be put back
     */
    static @Nullable RequestShape enter(@Nullable RequestShape shape) {
        RequestShape before = SHAPE.get();
        if (shape == null) {
            SHAPE.remove();
        } else {
            SHAPE.set(shape);
        }
        return before;
    }

    /** What the thread is about to request. */
    static @Nullable RequestShape shape() {
        return SHAPE.get();
    }

    /** Remembers where a token may go, for requests that are made from it while the next one is installed. */
    void learn(AccessToken token) {
        if (token == newest) {
            return;
        }
        Origin origin = Origin.of(instanceUrl.apply(token));
        tokens.put(origin, token);
        if (tokens.size() > MAX_INSTANCES) {
            tokens.keySet().removeIf(other -> !other.equals(origin));
        }
        // last: another thread that finds it here looks for its origin at once
        newest = token;
    }

    /**
     * Looks at a URL before there is a request.
     *
     * @param url where upstream is about to send something
     * @throws RuntimeCamelException with a RequestRefusedException if it must not
     */
    void admit(URI url) {
        current.get().ifPresent(this::learn);
        RequestShape shape = SHAPE.get();
        String problem = problem(url, shape);
        if (problem != null) {
            throw new RuntimeCamelException(new RequestRefusedException(problem));
        }
    }

    /**
     * Makes the token of the instance that a request goes to its only credential; a request without one keeps none.
     *
     * @param request about to be sent
     * @param shape the operation that it is of, or null if nothing is known of it
     * @throws RequestRefusedException if it must not be sent
     */
    void finish(Request request, @Nullable RequestShape shape) throws RequestRefusedException {
        HttpFields headers = request.getHeaders();
        boolean authorized = headers.contains(HttpHeaders.TOKEN) || headers.contains(HttpHeaders.BULK_TOKEN);
        AccessToken token = tokenFor(new Origin(request.getScheme(), request.getHost(), request.getPort()), shape);
        String problem = shape == null ? null : parameterProblem(request, shape);
        if (problem != null) {
            throw new RequestRefusedException(problem);
        }
        if (!METHOD.matcher(request.getMethod()).matches()) {
            throw new RequestRefusedException(
                    "A request was not sent: rawMethod, apexMethod or compositeMethod is not an HTTP"
                            + " method in capital letters, such as GET");
        }
        boolean bulk = isBulk(request.getPath(), instanceUrl.apply(token).getRawPath());
        request.headers(fields -> {
            HttpHeaders.NEVER_FROM_A_MESSAGE.forEach(fields::remove);
            if (authorized && bulk) {
                fields.put(HttpHeaders.BULK_TOKEN, token.value());
            } else if (authorized) {
                fields.put(HttpHeaders.TOKEN, "Bearer " + token.value());
            }
        });
    }

    private AccessToken tokenFor(Origin origin, @Nullable RequestShape shape) throws RequestRefusedException {
        current.get().ifPresent(this::learn);
        AccessToken token = tokens.get(origin);
        if (token == null) {
            throw new RequestRefusedException(elsewhere(origin.url().toString(), shape));
        }
        return token;
    }

    private @Nullable String problem(URI url, @Nullable RequestShape shape) {
        if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
            return elsewhere("a URL without a valid host, or with user information", shape);
        }
        Origin origin = Origin.of(url);
        AccessToken token = tokens.get(origin);
        if (token == null) {
            return elsewhere(origin.url().toString(), shape);
        }
        return shape == null ? null : shape.problem(url, pathOf(instanceUrl.apply(token)));
    }

    private static @Nullable String parameterProblem(Request request, RequestShape shape) {
        for (Fields.Field parameter : request.getParams()) {
            String problem = shape.parameterProblem(parameter.getName(), parameter.getValue());
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private String elsewhere(String where, @Nullable RequestShape shape) {
        String cause = shape == null ? "the request" : shape.chosenBy();
        String problem = cause + " leads to " + where + ", but an access token goes to the origin of its instance URL"
                + " alone ("
                + String.join(
                        ", ",
                        tokens.keySet().stream()
                                .map(origin -> origin.url().toString())
                                .toList())
                + ")";
        return shape == null ? "A request was not sent: " + problem : shape.text(problem);
    }

    private static boolean isBulk(@Nullable String path, @Nullable String below) {
        return path != null && path.startsWith((below == null ? "" : below) + "/services/async/");
    }

    private static String pathOf(URI instance) {
        return instance.getRawPath() == null ? "" : instance.getRawPath();
    }
}
