package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;

/** What the buttons of the page do. Each answers a message for the person, who alone gets to see secrets. */
final class Actions {

    private static final Pattern USERNAME = Pattern.compile("[^@\\s]{1,40}@[^@\\s]{1,40}");
    private static final String PROPERTY = "camel.component.salesforce-cc.";
    private static final int MAX_FAULTS = 1_000;
    private static final int NEARLY_ALL = 20;

    private final ConsoleOrg org;
    private final ActivityLog log;
    private final Map<String, Function<JsonNode, ObjectNode>> all = new HashMap<>();

    Actions(ConsoleOrg org, ActivityLog log) {
        this.org = org;
        this.log = log;
        LoginActions logins = new LoginActions(org);
        EventActions events = new EventActions(org);
        all.put("end-sessions", arguments -> endSessions());
        all.put("rotate", this::rotate);
        all.put("reveal", arguments -> reveal("The properties for a client are shown until you hide them."));
        all.put("run-as", this::runAs);
        all.put("break-logins", arguments -> message(logins.breakLogins(arguments)));
        all.put("repair-logins", arguments -> message(logins.repairLogins()));
        all.put("token-endpoint", this::tokenEndpoint);
        all.put("stall-streams", arguments -> stallStreams());
        all.put("api-limit", this::apiLimit);
        all.put("rest-fault", this::restFault);
        all.put("clear-faults", arguments -> clearFaults());
        all.put("create-account", arguments -> createAccount());
        all.put("publish-event", arguments -> message(events.publish(arguments)));
    }

    /**
     * @return the answer with its {@code message}, empty if there is no such action
     * @throws IllegalArgumentException if an argument does not fit; the message says so to the person
     */
    Optional<ObjectNode> run(String name, JsonNode arguments) {
        Function<JsonNode, ObjectNode> action = all.get(name);
        if (action == null) {
            return Optional.empty();
        }
        long begun = org.time().millis();
        ObjectNode answer = action.apply(arguments);
        log.add(ActivityLog.Kind.ACTION, entry -> entry.put("action", name)
                .put("at", begun)
                .put("message", answer.path("message").asText()));
        return Optional.of(answer);
    }

    private ObjectNode endSessions() {
        int ended = org.sessions().endAll();
        return message(ended == 1 ? "1 session ended." : ended + " sessions ended.");
    }

    private ObjectNode rotate(JsonNode arguments) {
        String former = arguments.path("former").asText("denied");
        RotationBehavior behavior =
                switch (former) {
                    case "denied" -> RotationBehavior.hardCut();
                    case "accepted" -> RotationBehavior.grace(Duration.ofDays(30));
                    case "alternating" -> RotationBehavior.alternating(Duration.ofMinutes(2));
                    default -> throw new IllegalArgumentException("Choose what becomes of the former pair.");
                };
        org.app().rotation().setBehavior(behavior);
        org.app().rotation().rotate();
        return reveal("Key and secret were rotated, and the app's sessions ended.");
    }

    private ObjectNode reveal(String message) {
        ConsumerDetails consumer = org.app().consumer();
        return message(message)
                .put(
                        "properties",
                        String.join(
                                "\n",
                                PROPERTY + "login-url=" + org.loginUrl().get(),
                                PROPERTY + "client-id=" + consumer.key(),
                                PROPERTY + "client-secret=" + consumer.secret()));
    }

    private ObjectNode runAs(JsonNode arguments) {
        String username = arguments.path("username").asText("").strip();
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("A username has the form of an email address.");
        }
        User user = org.org().user(username).orElseGet(() -> org.org().addUser(username));
        org.app().setRunAsUsername(user.username());
        return message("New logins run as " + user.username() + ". Sessions that are open keep their user.");
    }

    private ObjectNode tokenEndpoint(JsonNode arguments) {
        if (!arguments.path("down").asBoolean()) {
            org.faults().clear(FaultPoint.TOKEN_REQUEST);
            return message("The token endpoint is up again.");
        }
        org.faults().keep(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage());
        return message("The token endpoint is down: it answers 503 until it is taken up again.");
    }

    private ObjectNode stallStreams() {
        int open = org.subscriptions().get().size();
        org.stallStreams().run();
        return message((open == 1 ? "1 subscription is" : open + " subscriptions are")
                + " silent from now on. New ones work.");
    }

    private ObjectNode apiLimit(JsonNode arguments) {
        int limit = org.apiUsage().limit();
        String used = arguments.path("used").asText("");
        org.apiUsage()
                .setUsed(
                        switch (used) {
                            case "none" -> 0;
                            case "nearly" -> limit - limit / NEARLY_ALL;
                            case "all" -> limit;
                            default -> throw new IllegalArgumentException("Choose how much of the limit is used.");
                        });
        return message("API requests used today: " + org.apiUsage().used() + " of " + limit + ".");
    }

    private ObjectNode restFault(JsonNode arguments) {
        int times = arguments.path("times").asInt();
        if (times < 1 || times > MAX_FAULTS) {
            throw new IllegalArgumentException("Choose from 1 to " + MAX_FAULTS + " requests.");
        }
        Fault fault =
                switch (arguments.path("fault").asText("")) {
                    case "unavailable" ->
                        new Fault.Answer(
                                503,
                                "application/json",
                                "[{\"message\":\"Service unavailable\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]");
                    case "slow" -> new Fault.Delay(Duration.ofSeconds(5));
                    case "dropped" -> new Fault.DropConnection();
                    case "session" -> new Fault.EndAllSessions();
                    default -> throw new IllegalArgumentException("Choose a fault.");
                };
        org.faults().inject(FaultPoint.REST_REQUEST, fault, times);
        return message(
                "The next REST requests, " + times + " of them: the org " + ActivityRecorder.describe(fault) + ".");
    }

    private ObjectNode clearFaults() {
        org.faults().clear();
        return message("Faults are no longer waiting, and the token endpoint is up.");
    }

    private ObjectNode createAccount() {
        ObjectNode account = JsonNodeFactory.instance.objectNode().put("Name", "From the console");
        String userId =
                org.app().runAsUsername().flatMap(org.org()::user).map(User::id).orElse("");
        return message("Account " + org.records().create("Account", account, userId)
                + " was created, which publishes a change event.");
    }

    private static ObjectNode message(String text) {
        return JsonNodeFactory.instance.objectNode().put("message", text);
    }
}
