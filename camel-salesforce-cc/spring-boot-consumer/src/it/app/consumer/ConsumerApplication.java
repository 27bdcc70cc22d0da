package consumer;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Queries, and receives an account's creation from the Streaming API and from the Pub/Sub API; then ends. */
@SpringBootApplication
public class ConsumerApplication {

    private final CountDownLatch streaming = new CountDownLatch(1);
    private final CountDownLatch pubSub = new CountDownLatch(1);

    /** @param arguments properties */
    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(ConsumerApplication.class, arguments)));
    }

    @Bean
    RouteBuilder subscriptions() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:data/AccountChangeEvent?rawPayload=true")
                        .process(exchange -> streaming.countDown());
                from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent")
                        .process(exchange -> pubSub.countDown());
            }
        };
    }

    @Bean
    ApplicationRunner check(ProducerTemplate camel) {
        return arguments -> {
            camel.requestBodyAndHeaders(
                    "salesforce-cc:createSObject?rawPayload=true&format=JSON",
                    "{\"Name\":\"Acme\"}",
                    Map.of("CamelSalesforceSObjectName", "Account"));
            String found = camel.requestBody(
                    "salesforce-cc:query?rawPayload=true", "SELECT Name FROM Account", String.class);
            System.out.println("query: " + found.contains("Acme"));
            System.out.println("streaming: " + streaming.await(1, TimeUnit.MINUTES));
            System.out.println("pub/sub: " + pubSub.await(1, TimeUnit.MINUTES));
        };
    }
}
