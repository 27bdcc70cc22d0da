package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.io.Content;
import org.junit.jupiter.api.Test;

class ManagedRequestTest {

    private static final URI NEW_INSTANCE = URI.create("https://moved.my.salesforce.com:8443");

    private final ManagedRequest request = new ManagedRequest(
            new HttpClient(),
            new HttpConversation(),
            URI.create("https://acme.my.salesforce.com/services/data/v67.0/query?q=a%20b%26c"),
            new RequestGuard(Optional::empty, AccessToken::instanceUrl),
            new ContinuationExecutor(new DefaultCamelContext(), ForkJoinPool.commonPool(), Runnable::run));

    @Test
    void tokenWhenThereIsNoneThenNull() {
        assertThat(request.token()).isNull();
    }

    @Test
    void tokenWhenInEitherHeaderThenIt() {
        request.headers(headers -> headers.put("X-SFDC-Session", "B1"));
        assertThat(request.token()).isEqualTo("B1");
        request.headers(headers -> headers.put("Authorization", "Bearer T1"));
        assertThat(request.token()).isEqualTo("T1");
    }

    @Test
    void replayWithWhenCalledThenSamePathAndQueryAtTheNewInstance() {
        ManagedRequest replay = replay("T2");

        assertThat(replay.getURI())
                .hasToString("https://moved.my.salesforce.com:8443/services/data/v67.0/query?q=a%20b%26c");
        assertThat(replay.isReplay()).isTrue();
        assertThat(request.isReplay()).isFalse();
    }

    @Test
    void replayWithWhenTokenIsInAHeaderThenReplacedThereAndNowhereElse() {
        request.headers(headers -> headers.put("Authorization", "OAuth T1").put("X-Other", "T1"));

        ManagedRequest replay = replay("T2");

        assertThat(replay.getHeaders().get("Authorization")).isEqualTo("OAuth T2");
        assertThat(replay.getHeaders().get("X-Other")).isEqualTo("T1");
        assertThat(replay.getHeaders().contains("X-SFDC-Session")).isFalse();
    }

    @Test
    void replayWithWhenBulkHeaderThenReplacedThere() {
        request.headers(headers -> headers.put("X-SFDC-Session", "T1"));

        ManagedRequest replay = replay("T2");

        assertThat(replay.getHeaders().get("X-SFDC-Session")).isEqualTo("T2");
        assertThat(replay.getHeaders().contains("Authorization")).isFalse();
    }

    @Test
    void replayWithWhenBodyHasBeenReadThenReadAgain() throws Exception {
        request.method("POST").body(new StringRequestContent("[1]"));
        assertThat(text(body(request))).isEqualTo("[1]");

        assertThat(text(body(replay("T2")))).isEqualTo("[1]");
    }

    @Test
    void replayWithWhenBodyCannotBeReadAgainThenNull() throws Exception {
        request.method("POST").body(stream(new ByteArrayInputStream(new byte[] {1, 2})));
        Content.Source.consumeAll(body(request));

        assertThat(request.replayWith("T2", NEW_INSTANCE)).isNull();
    }

    @Test
    void materializeWhenStreamIsWholeThenABodyThatIsReadAgain() throws Exception {
        request.body(stream(new ByteArrayInputStream("[1]".getBytes(StandardCharsets.UTF_8))));

        Request.Content body = ((UnreadContent) body(request)).materialize();

        assertThat(text(body)).isEqualTo("[1]");
        assertThat(body.rewind()).isTrue();
        assertThat(text(body)).isEqualTo("[1]");
        assertThat(body.getContentType()).isEqualTo("application/json");
    }

    @Test
    void materializeWhenStreamBreaksThenABodyThatFailsInsteadOfACutOne() {
        request.body(stream(new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (--left < 0) {
                    throw new IOException("disk error");
                }
                return 'x';
            }
        }));

        Request.Content body = ((UnreadContent) body(request)).materialize();

        Content.Chunk chunk = body.read();
        assertThat(Content.Chunk.isFailure(chunk, true)).isTrue();
        assertThat(chunk.getFailure()).hasMessageContaining("disk error");
    }

    private ManagedRequest replay(String token) {
        return Objects.requireNonNull(request.replayWith(token, NEW_INSTANCE));
    }

    private static Request.Content body(Request of) {
        return Objects.requireNonNull(of.getBody());
    }

    /** By the constructor that Jetty 12.0 has, too. */
    @SuppressWarnings({"deprecation", "removal"})
    private static Request.Content stream(InputStream input) {
        return new InputStreamRequestContent("application/json", input);
    }

    private static String text(Content.Source source) throws IOException {
        return Content.Source.asString(source);
    }
}
