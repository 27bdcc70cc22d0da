package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams whose exchange Camel delivers a second time, because the first request has failed. */
class RedeliveredStreamsIT {

    private static final String UPLOAD = "salesforce-cc:bulk2CreateBatch?jobId=750000000000001AAA";
    private static final String CSV = "Name\nAcme\n";
    private static final long SECONDS = 20;

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private final List<String> received = new CopyOnWriteArrayList<>();
    private CamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(this::unavailableOnce, component -> {});
    }

    @Test
    void streamWhenCamelCachesItThenSentWholeEachTime() throws Exception {
        assertThat(deliver(true, new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))
                        .getException())
                .isNull();
        assertThat(received).containsExactly(CSV, CSV);
    }

    @Test
    void readerWhenCamelCachesItThenSentWholeEachTime() throws Exception {
        assertThat(deliver(true, new StringReader(CSV)).getException()).isNull();
        assertThat(received).containsExactly(CSV, CSV);
    }

    @Test
    void streamWhenCamelDoesNotCacheItThenNothingIsSentInItsPlace() throws Exception {
        Exchange exchange = deliver(false, new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)));

        assertThat(exchange.getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("an earlier delivery of the exchange has read the stream")
                .hasMessageContaining("streamCache");
        assertThat(received).containsExactly(CSV);
    }

    @Test
    void readerWhenCamelDoesNotCacheItThenNothingIsSentInItsPlace() throws Exception {
        Reader reader = new StringReader(CSV);

        assertThat(deliver(false, reader).getException()).isInstanceOf(SalesforceException.class);
        assertThat(received).containsExactly(CSV);
    }

    private Exchange deliver(boolean isCached, Object body) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(SalesforceException.class).maximumRedeliveries(1).redeliveryDelay(1);
                from("direct:in").streamCache(String.valueOf(isCached)).to(UPLOAD);
            }
        });
        context.start();
        return context.createProducerTemplate()
                .asyncSend("direct:in", exchange -> exchange.getIn().setBody(body))
                .get(SECONDS, TimeUnit.SECONDS);
    }

    private void unavailableOnce(Socket connection) throws Exception {
        received.add(ORG.server().bodyText(connection));
        ScriptedServer.write(
                connection,
                "HTTP/1.1 " + (received.size() == 1 ? "503 No" : "201 Created") + "\r\nContent-Length: 0\r\n\r\n");
    }
}
