package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;

/** Many instances of a component in one context, each with another org, a token and ten queries. */
public final class InstancesProgram {

    private static final int QUERIES = 10;
    private static final int IN_A_BLOCK = 250;

    private InstancesProgram() {}

    /**
     * Runs the program.
     *
     * @param args the side, the port of the orgs, and the number of instances
     * @throws Exception if an instance does not start or a query fails
     */
    public static void main(String... args) throws Exception {
        Side side = Side.valueOf(args[0]);
        int port = Integer.parseInt(args[1]);
        int instances = Integer.parseInt(args[2]);
        CamelContext context = new DefaultCamelContext();
        try {
            context.start();
            long empty = heap();
            long began = System.nanoTime();
            for (int i = 0; i < instances; i++) {
                SalesforceComponent component = component(side);
                component.setLoginUrl("http://127.0." + i / IN_A_BLOCK + "." + (i % IN_A_BLOCK + 1) + ":" + port);
                component.setClientId("key");
                component.setClientSecret("secret");
                context.addComponent("org" + i, component);
                component.start();
            }
            long startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            try (ProducerTemplate template = context.createProducerTemplate()) {
                for (int i = 0; i < instances; i++) {
                    for (int query = 0; query < QUERIES; query++) {
                        call(template, "org" + i + ":" + RequestCase.QUERY.endpoint());
                    }
                }
            }
            System.out.printf(
                    "%s%d instances: %d threads, %d open files, %.1f KB of heap an instance, started in %d ms%n",
                    SideProgram.FIGURES,
                    instances,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    openFiles(),
                    (heap() - empty) / 1_000.0 / instances,
                    startMillis);
        } finally {
            context.stop();
        }
    }

    private static SalesforceComponent component(Side side) {
        if (side == Side.SALESFORCE_CC) {
            return new SalesforceCcComponent();
        }
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        return component;
    }

    private static void call(ProducerTemplate template, String endpoint) throws Exception {
        Exchange answer = template.request(endpoint, exchange -> {});
        if (answer.getException() != null) {
            throw answer.getException();
        }
    }

    private static int openFiles() {
        String[] files = new File("/proc/self/fd").list();
        return files == null ? 0 : files.length;
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
