package org.camelforce.salesforcecc.benchmarks.requests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Jetty's HTTP client with the same bytes: what no component can go below. Objects are written once, and not read. */
final class JettyClient implements Client {

    private static final int MAX_BYTES = 8 << 20;

    private final RequestCase request;
    private final HttpClient http = new HttpClient();
    private final String url;
    private final byte @Nullable [] body;

    JettyClient(RequestCase request, String url) throws Exception {
        this.request = request;
        this.url = url + "/services/data/v56.0" + request.path();
        ObjectMapper json = JsonUtils.createObjectMapper();
        Object content = request.body();
        this.body = content == null
                ? null
                : content instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : json.writeValueAsBytes(content);
        http.start();
    }

    @Override
    public void call() throws Exception {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Request out = http.newRequest(url)
                .method(request.method())
                .headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer 00D000000000001!canned"));
        if (body != null) {
            out.body(new BytesRequestContent("application/json", body));
        }
        out.send(new BufferingResponseListener(MAX_BYTES) {
            @Override
            public void onComplete(Result result) {
                if (result.isFailed()) {
                    answer.completeExceptionally(result.getFailure());
                } else {
                    answer.complete(getContent());
                }
            }
        });
        if (answer.get().length == 0) {
            throw new IllegalStateException("There is no body");
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(http);
    }
}
