package consumer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Receives the creation of an account from the Streaming API and from the Pub/Sub API, by durable subscriptions, and
 * queries it; then ends. It creates the account itself if it is told to.
 */
@SpringBootApplication
public class ConsumerApplication {

    private final CountDownLatch streaming = new CountDownLatch(1);
    private final CountDownLatch pubSub = new CountDownLatch(1);

    @Value("${account}")
    private String account;

    /** @param arguments properties */
    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(ConsumerApplication.class, arguments)));
    }

    @Bean
    RouteBuilder subscriptions() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:data/AccountChangeEvent?rawPayload=true&durable=true&subscriptionName=streaming")
                        .filter(body().convertToString().contains(account))
                        .process(exchange -> streaming.countDown());
                from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent?durable=true&subscriptionName=pubsub")
                        .filter(body().convertToString().contains(account))
                        .process(exchange -> pubSub.countDown());
            }
        };
    }

    @Bean
    ApplicationRunner check(CamelContext context, ProducerTemplate camel, Environment environment) {
        return arguments -> {
            System.out.println("camel: " + context.getVersion());
            if (arguments.containsOption("create")) {
                camel.requestBodyAndHeaders(
                        "salesforce-cc:createSObject?rawPayload=true&format=JSON",
                        "{\"Name\":\"" + account + "\"}",
                        Map.of("CamelSalesforceSObjectName", "Account"));
            }
            String found = camel.requestBody(
                    "salesforce-cc:query?rawPayload=true", "SELECT Name FROM Account", String.class);
            System.out.println("query: " + found.contains(account));
            System.out.println("streaming: " + streaming.await(2, TimeUnit.MINUTES));
            System.out.println("pub/sub: " + pubSub.await(2, TimeUnit.MINUTES));
            String port = environment.getProperty("local.server.port");
            if (port != null) {
                System.out.println("health: " + get("http://localhost:" + port + "/actuator/health/salesforceCc"));
            }
        };
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
