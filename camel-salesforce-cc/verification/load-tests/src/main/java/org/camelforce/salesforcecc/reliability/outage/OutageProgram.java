package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.reliability.health.HealthProbe;
import org.camelforce.salesforcecc.reliability.health.WaitingTaskCounter;

/** The process with the routes. Answers each order on its standard input with one line of JSON. */
public final class OutageProgram {

    /** The routes fail from now on. */
    static final String FAIL = "fail";

    /** The routes work from now on. */
    static final String REPAIR = "repair";

    /** Asks how far the routes are; followed by the number of events that each subscription is owed. */
    static final String PROGRESS = "progress";

    /** Asks for health and waiting tasks as well, which takes a collection; followed by the same number. */
    static final String SAMPLE = "sample";

    /** Ends the process in an orderly way. */
    static final String STOP = "stop";

    private final CamelContext context = new DefaultCamelContext();
    private final ObjectMapper json = new ObjectMapper();
    private final WaitingTaskCounter tasks = new WaitingTaskCounter();
    private final HealthProbe health = new HealthProbe(context);
    private final OutageRoutes routes;
    private final PrintStream out;

    private OutageProgram(OutageSettings settings, PrintStream out) throws Exception {
        this.out = out;
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(settings.loginUrl());
        component.setClientId(settings.clientId());
        component.setClientSecret(settings.clientSecret());
        component.setPubSubHost(settings.pubSubHost());
        component.setPubSubPort(settings.pubSubPort());
        component.setReplayStoreLocation(settings.positions().toString());
        context.addLifecycleStrategy(tasks);
        context.addComponent("salesforce-cc", component);
        routes = new OutageRoutes(settings);
        context.addRoutes(routes);
    }

    /**
     * @param args file of the settings
     * @throws Exception if the routes cannot start
     */
    public static void main(String... args) throws Exception {
        OutageProgram program = new OutageProgram(OutageSettings.read(Path.of(args[0])), System.out);
        program.context.start();
        program.say(program.progress(0));
        program.obey();
        program.context.stop();
        System.exit(0);
    }

    private void obey() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order = orders.readLine();
        while (order != null && !order.equals(STOP)) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case FAIL -> routes.fail(true);
                case REPAIR -> routes.fail(false);
                default -> {
                    ObjectNode answer = progress(Integer.parseInt(words[1]));
                    say(words[0].equals(SAMPLE) ? withHealth(answer) : answer);
                }
            }
            order = orders.readLine();
        }
    }

    private ObjectNode progress(int owed) {
        return json.createObjectNode()
                .put("complete", routes.complete(owed))
                .put("routed", routes.routed())
                .put("failures", routes.failures())
                .put("again", routes.again())
                .put("outOfOrder", routes.outOfOrder());
    }

    private ObjectNode withHealth(ObjectNode answer) {
        Map<String, String> down = health.down();
        answer.put("checks", health.checks())
                .put("down", down.size())
                .put("why", down.values().stream().findFirst().orElse(""))
                .put("scheduled", WaitingTaskCounter.ofProcess());
        ObjectNode pools = answer.putObject("pools");
        tasks.byPool().forEach(pools::put);
        return answer;
    }

    private void say(ObjectNode answer) {
        out.println(answer);
        out.flush();
    }
}
