package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** What a streamed query of a million records holds in memory. */
@WithSalesforceSimulator
class StreamedQueryMemoryIT {

    private static final int PAGE = 2_000;
    private static final int RECORDS = Integer.getInteger("streamed-query.records", 1_000_000);
    private static final int LOOK_EVERY = RECORDS / 10;
    private static final long MAX_GROWTH = 2 * 1024 * 1024;

    @Test
    void streamedQueryWhenAMillionRecordsAreReadThenMemoryIsFlat(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        HttpServer instance = instance();
        try (CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl("http://127.0.0.1:" + instance.getAddress().getPort());
            context.start();
            Exchange exchange = context.createProducerTemplate()
                    .request(
                            "salesforce-cc:query?streamQueryResult=true&sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount",
                            request -> request.getIn().setBody("SELECT Id, Name FROM Account"));
            Iterator<?> records = exchange.getMessage().getBody(Iterator.class);

            long start = System.nanoTime();
            List<Long> heaps = new ArrayList<>();
            int count = 0;
            for (; records.hasNext(); count++) {
                Account account = (Account) records.next();
                if (count % LOOK_EVERY == LOOK_EVERY / 2) {
                    assertThat(account.getName()).isEqualTo("Account " + count);
                    heaps.add(usedHeap());
                }
            }

            System.out.printf(
                    Locale.ROOT,
                    "%,d records of a streamed query in %,d ms; heap in KB after each tenth: %s%n",
                    count,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    heaps.stream().map(each -> each / 1024).toList());
            assertThat(count).isEqualTo(RECORDS);
            assertThat(heaps.get(heaps.size() - 1) - heaps.get(1)).isLessThan(MAX_GROWTH);
        } finally {
            instance.stop(0);
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** An instance that makes up each page. */
    private static HttpServer instance() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/services/data/v56.0/query/", StreamedQueryMemoryIT::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int first = path.endsWith("/") ? 0 : Integer.parseInt(path.substring(path.indexOf('-') + 1));
        byte[] body = page(first).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(int first) {
        int next = Math.min(first + PAGE, RECORDS);
        StringBuilder page = new StringBuilder("{\"totalSize\":" + RECORDS + ",\"done\":" + (next == RECORDS));
        if (next < RECORDS) {
            page.append(",\"nextRecordsUrl\":\"/services/data/v56.0/query/01gRO0000016PIAYA2-" + next + "\"");
        }
        page.append(",\"records\":[");
        for (int i = first; i < next; i++) {
            page.append(i == first ? "" : ",")
                    .append(String.format(
                            "{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v56.0/sobjects/Account/001%012dAAA\"},"
                                    + "\"Id\":\"001%012dAAA\",\"Name\":\"Account %d\"}",
                            i, i, i));
        }
        return page.append("]}").toString();
    }
}
