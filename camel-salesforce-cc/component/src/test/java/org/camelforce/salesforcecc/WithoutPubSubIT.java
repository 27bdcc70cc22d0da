package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that does not use the Pub/Sub API loads neither gRPC nor Netty, whose use of {@code sun.misc.Unsafe}
 * and of native code newer JDKs warn of.
 */
@WithSalesforceSimulator
class WithoutPubSubIT {

    /** Of protobuf, the endpoint's option {@code replayPreset} loads an enum. */
    private static final Pattern OF_PUB_SUB =
            Pattern.compile("\\[class,load] (io\\.(netty|grpc)\\.|com\\.google\\.protobuf\\.UnsafeUtil).*");

    @TempDir
    Path folder;

    @Test
    void processWhenOnlyRestAndStreamingAreUsedThenLoadsNoClassOfNettyOrGrpcAndNothingIsWarnedOf(
            SalesforceSimulator org) throws Exception {
        Path classes = folder.resolve("classes");
        Path output = folder.resolve("output");
        List<String> command = ChildJvm.command();
        command.addAll(List.of(
                "-Xlog:class+load:file=" + classes + ":tags",
                "-cp",
                classPathWithoutHttpServer(),
                Program.class.getName(),
                org.getLoginUrl(),
                org.getClientId(),
                org.getClientSecret()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        List<String> lines = Files.readAllLines(output);
        assertThat(lines).anyMatch(line -> line.contains("event of Acme"));
        assertThat(lines).noneMatch(line -> line.contains("WARNING:"));
        try (Stream<String> loaded = Files.lines(classes)) {
            assertThat(loaded.filter(OF_PUB_SUB.asMatchPredicate()).toList()).isEmpty();
        }
    }

    /** Camel's HTTP server is on the tests' class path, and loads Netty. */
    private static String classPathWithoutHttpServer() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().contains("vertx"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs in a process of its own. */
    static final class Program {

        private Program() {}

        public static void main(String[] login) throws Exception {
            SalesforceCcComponent component = new SalesforceCcComponent();
            component.setLoginUrl(login[0]);
            component.setClientId(login[1]);
            component.setClientSecret(login[2]);
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("salesforce-cc:subscribe:/data/AccountChangeEvent").to("mock:changes");
                    }
                });
                MockEndpoint changes = context.getEndpoint("mock:changes", MockEndpoint.class);
                changes.expectedMessageCount(1);
                context.start();
                TestQueries.users(context, "salesforce-cc");
                context.createProducerTemplate()
                        .requestBody(
                                "salesforce-cc:createSObject?sObjectName=Account&rawPayload=true",
                                "{\"Name\":\"Acme\"}");
                changes.assertIsSatisfied(30_000);
                System.out.println("event of "
                        + changes.getExchanges()
                                .get(0)
                                .getIn()
                                .getBody(Map.class)
                                .get("Name"));
            }
        }
    }
}
