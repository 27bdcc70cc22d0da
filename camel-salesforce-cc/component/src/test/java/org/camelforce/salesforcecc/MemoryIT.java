package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** What 10,000 exchanges leave behind, as a class histogram of live objects shows it. */
@WithSalesforceSimulator(settings = MemoryIT.ManyRequests.class)
class MemoryIT {

    private static final int WARM_UP = 2_000;
    private static final int EXCHANGES = 10_000;
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    @Test
    void queryWhenTenThousandExchangesThenNoClassOfTheClientSideGrows(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            ProducerTemplate template = context.createProducerTemplate();
            query(template, WARM_UP);
            Map<String, Long> before = histogram();

            query(template, EXCHANGES);

            Map<String, Long> growth = new TreeMap<>();
            histogram().forEach((type, instances) -> growth.put(type, instances - before.getOrDefault(type, 0L)));
            System.out.printf(
                    "10,000 query exchanges: largest growth on the client side %d instances%n",
                    growth.values().stream().mapToLong(Long::longValue).max().orElse(0));
            assertThat(growth)
                    .allSatisfy(
                            (type, instances) -> assertThat(instances).as(type).isLessThan(EXCHANGES / 50));
        }
    }

    private static void query(ProducerTemplate template, int times) {
        for (int i = 0; i < times; i++) {
            template.requestBody("salesforce-cc:query?rawPayload=true", "SELECT Id FROM User", String.class);
        }
    }

    /**
     * Live instances by class, of this project and of what it calls. The simulator runs in this process too and is left
     * out.
     */
    private static Map<String, Long> histogram() throws Exception {
        String text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Map<String, Long> instances = new HashMap<>();
        for (String line : text.split("\n")) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && isClientSide(row.group(2))) {
                instances.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum);
            }
        }
        return instances;
    }

    private static boolean isClientSide(String type) {
        return type.startsWith("org.camelforce.salesforcecc.") && !type.contains(".simulator.")
                || type.startsWith("org.apache.camel.")
                || type.startsWith("org.eclipse.jetty.client.")
                || type.startsWith("org.cometd.client.")
                || type.startsWith("java.util.concurrent.CompletableFuture");
    }

    static final class ManyRequests implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.dailyApiRequests(100_000);
        }
    }
}
