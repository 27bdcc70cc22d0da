package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.test.support.TestTls;

/**
 * Many instances of a component in one context, each with another org, a token and ten queries, and some with a
 * subscription to the Pub/Sub API.
 */
public final class InstancesProgram {

    private static final int QUERIES = 10;
    private static final Duration SUBSCRIBING = Duration.ofMinutes(5);

    private InstancesProgram() {}

    /**
     * Runs the program.
     *
     * @param args the side, the port of the orgs, the number of instances and of those that are subscribed; and, if any
     *     are, the port of the Pub/Sub API and the trust store of its certificate
     * @throws Exception if an instance does not start or a query fails
     */
    public static void main(String... args) throws Exception {
        Side side = Side.valueOf(args[0]);
        int port = Integer.parseInt(args[1]);
        int instances = Integer.parseInt(args[2]);
        int subscribed = Math.min(instances, Integer.parseInt(args[3]));
        if (subscribed > 0) {
            System.setProperty("javax.net.ssl.trustStore", args[5]);
            System.setProperty("javax.net.ssl.trustStorePassword", TestTls.PASSWORD);
        }
        CamelContext context = new DefaultCamelContext();
        try {
            context.start();
            long empty = heap();
            long began = System.nanoTime();
            for (int i = 0; i < instances; i++) {
                SalesforceComponent component = Instances.component(side, i, port);
                if (i < subscribed) {
                    component.setPubSubHost("localhost");
                    component.setPubSubPort(Integer.parseInt(args[4]));
                }
                context.addComponent("org" + i, component);
                component.start();
            }
            for (int i = 0; i < subscribed; i++) {
                context.addRoutes(subscription("org" + i));
            }
            long startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            try (ProducerTemplate template = context.createProducerTemplate()) {
                for (int i = 0; i < instances; i++) {
                    for (int query = 0; query < QUERIES; query++) {
                        call(template, "org" + i + ":" + RequestCase.QUERY.endpoint());
                    }
                }
            }
            Awaitility.await().atMost(SUBSCRIBING).until(() -> isSubscribed(context));
            System.out.printf(
                    "%s%d instances: %d threads, %d open files, %.1f KB of heap an instance, started in %d ms%s%n",
                    SideProgram.FIGURES,
                    instances,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    openFiles(),
                    (heap() - empty) / 1_000.0 / instances,
                    startMillis,
                    subscribed > 0 ? ", " + subscribed + " subscribed" : "");
        } finally {
            context.stop();
        }
    }

    private static RouteBuilder subscription(String scheme) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(scheme + ":pubSubSubscribe:/event/Order__e").process(exchange -> {});
            }
        };
    }

    /** Of Camel's own component it is not known. */
    private static boolean isSubscribed(CamelContext context) {
        return context.getComponentNames().stream()
                .map(name -> context.hasComponent(name))
                .filter(SalesforceCcComponent.class::isInstance)
                .flatMap(component -> ((SalesforceCcComponent) component).subscriptions().statuses().stream())
                .allMatch(status -> status.state() == SubscriptionState.OPEN);
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
