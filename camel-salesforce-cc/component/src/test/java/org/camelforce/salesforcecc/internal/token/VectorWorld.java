package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.camelforce.salesforcecc.internal.oauth.Answers;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.jspecify.annotations.Nullable;

/**
 * A token manager, or its table alone, with everything around it in a test's hand: two clocks, the OAuth endpoints and
 * the callers.
 */
final class VectorWorld implements LoginCandidates {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Deque<CompletableFuture<AccessToken>> logins = new ArrayDeque<>();
    private final Deque<CompletableFuture<Introspection>> questions = new ArrayDeque<>();
    private final Map<String, CompletableFuture<TokenEntry>> callers = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();
    private final VectorSubject manager;
    private final boolean introspects;
    private final boolean versioned;
    private final Duration timeout;
    private List<String> candidates;
    private boolean versionFails;
    private boolean listenerFails;
    private @Nullable String readFails;
    private Duration wallClockIsAheadBy = Duration.ZERO;
    private int loginsMade;
    private int questionsAsked;
    private int credentialsRead;
    private String triedLast = "";
    private @Nullable String rejected;

    VectorWorld(JsonNode given, VectorSubject.Factory subject) {
        this.introspects = given.path("introspection").asBoolean(false);
        this.timeout = Duration.parse(given.path("timeout").asText("P1D"));
        this.versioned = given.path("versioned").asBoolean(true);
        this.candidates = names(given.path("credentials"), List.of("A"));
        long ticker = scheduler.ticker();
        this.manager = subject.of(
                this,
                VectorPolicy.of(given.path("policy")),
                new IdentityGuard(
                        given.path("expectedOrgId").asText(null),
                        given.path("expectedUserId").asText(null)),
                new TokenTime(
                        () -> START.plusNanos(scheduler.ticker() - ticker).plus(wallClockIsAheadBy),
                        scheduler::ticker,
                        Jitter.valueOf(given.path("jitter").asText("LEAST"))),
                scheduler);
        manager.addEventListener(event -> {
            if (!(event instanceof TokenEvent.LoginStarted)) {
                events.add(nameOf(event));
            }
            if (listenerFails) {
                throw new NoSuchMethodError("of a listener");
            }
        });
    }

    @Override
    public CompletableFuture<List<LoginCandidate>> read() {
        credentialsRead++;
        if (readFails != null) {
            throw new OutOfMemoryError(readFails);
        }
        return CompletableFuture.completedFuture(
                candidates.stream().map(this::candidate).toList());
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public @Nullable Object version() {
        if (versionFails) {
            throw new NoSuchMethodError("of the source");
        }
        return versioned ? List.copyOf(candidates) : null;
    }

    void play(JsonNode step) {
        step.properties().forEach(field -> act(field.getKey(), field.getValue(), step));
        step.properties().forEach(field -> check(field.getKey(), field.getValue()));
    }

    private void act(String verb, JsonNode value, JsonNode step) {
        switch (verb) {
            case "obtain" -> callers.put(value.asText(), manager.obtain());
            case "await" -> callers.put(value.asText(), manager.await());
            case "renew" -> {
                rejected = value(value.asText());
                callers.put(step.path("as").asText(), manager.renew(value(value.asText())));
            }
            case "token" -> answer(200, tokenResponse(value.asText(), step.path("with")), null);
            case "answer" ->
                answer(
                        value.path("status").asInt(),
                        value.path("body").isTextual()
                                ? value.path("body").asText()
                                : value.path("body").toString(),
                        value.path("retryAfter").asText(null));
            case "noAnswer" -> complete(logins.removeLast(), CompletableFuture.failedFuture(Tokens.unavailable()));
            case "introspected" -> introspected(value);
            case "advance" -> scheduler.advance(Duration.parse(value.asText()));
            case "wallClockJumps" -> wallClockIsAheadBy = wallClockIsAheadBy.plus(Duration.parse(value.asText()));
            case "credentials" -> candidates = names(value, List.of());
            case "close" -> manager.close();
            case "versionFails" -> versionFails = value.asBoolean();
            case "listenerFails" -> listenerFails = value.asBoolean();
            case "readFails" -> readFails = value.asText(null);
            case "schedulerFails" -> scheduler.failWith(value.asBoolean() ? new OutOfMemoryError("no thread") : null);
            case "status" -> manager.status();
            case "rejectedAgain" ->
                callers.put(
                        step.path("as").asText(),
                        manager.rejectedAgain(value(value.asText()))
                                .map(CompletableFuture::<TokenEntry>failedFuture)
                                .orElseGet(CompletableFuture::new));
            case "relocate" ->
                callers.put(
                        step.path("as").asText(),
                        manager.relocate(
                                value(value.asText()),
                                URI.create(step.path("from").asText("https://acme.my.salesforce.com"))));
            case "lateToken" -> answerFirst(tokenResponse(value.asText(), step.path("with")));
            default -> {}
        }
    }

    private void check(String expectation, JsonNode value) {
        switch (expectation) {
            case "callers" ->
                value.properties().forEach(caller -> assertThat(outcome(caller.getKey()))
                        .as("caller %s", caller.getKey())
                        .isEqualTo(caller.getValue().asText()));
            case "current" -> assertThat(currentName()).as("current").isEqualTo(value.asText(null));
            case "urgency" -> assertThat(urgency()).as("urgency").hasToString(value.asText());
            case "logins" -> assertThat(loginsMade).as("logins").isEqualTo(value.asInt());
            case "questions" -> assertThat(questionsAsked).as("questions").isEqualTo(value.asInt());
            case "reads" -> assertThat(credentialsRead).as("reads").isEqualTo(value.asInt());
            case "tried" -> assertThat(triedLast).as("tried last").isEqualTo(value.asText());
            case "expiry" ->
                assertThat(current().orElseThrow().expiry().source())
                        .as("expiry")
                        .hasToString(value.asText());
            case "instanceUrl" ->
                assertThat(current().orElseThrow().token().instanceUrl()).hasToString(value.asText());
            case "nextLoginIn" ->
                assertThat(manager.status().nextAttemptIn()).as("next login").hasToString(value.asText());
            case "nextWorkIn" ->
                assertThat(manager.status().renewalIn())
                        .as("next work")
                        .isEqualTo(value.isNull() ? null : Duration.parse(value.asText()));
            case "loginsLeft" ->
                assertThat(manager.status().loginsLeft()).as("budget").isEqualTo(value.asInt());
            case "events" -> {
                assertThat(events).as("events").isEqualTo(names(value, List.of()));
                events.clear();
            }
            case "shows" ->
                assertThat(current().orElseThrow().toString() + manager.status())
                        .as("text form")
                        .doesNotContain(value(value.asText()));
            case "obtain",
                    "await",
                    "renew",
                    "as",
                    "token",
                    "with",
                    "answer",
                    "noAnswer",
                    "introspected",
                    "advance" -> {}
            case "wallClockJumps", "credentials", "close", "why" -> {}
            case "versionFails", "listenerFails", "readFails", "schedulerFails", "status" -> {}
            case "rejectedAgain", "relocate", "from", "lateToken" -> {}
            case "overdue" ->
                assertThat(manager.status().loginOverdue()).as("overdue").isEqualTo(value.asBoolean());
            case "usable" -> assertThat(manager.status().usable()).as("usable").isEqualTo(value.asBoolean());
            default -> throw new IllegalArgumentException("unknown word " + expectation);
        }
    }

    private LoginCandidate candidate(String name) {
        TokenIntrospection introspection = introspects ? token -> ask() : null;
        return new LoginCandidate(name, () -> login(name), introspection);
    }

    private CompletableFuture<AccessToken> login(String candidate) {
        loginsMade++;
        triedLast = candidate;
        CompletableFuture<AccessToken> login = new CompletableFuture<>();
        logins.add(login);
        return login;
    }

    private CompletableFuture<Introspection> ask() {
        questionsAsked++;
        CompletableFuture<Introspection> question = new CompletableFuture<>();
        questions.add(question);
        return question;
    }

    private void answerFirst(String body) {
        complete(logins.removeFirst(), Answers.token(200, body, null));
    }

    private void answer(int status, String body, @Nullable String retryAfter) {
        complete(logins.removeLast(), Answers.token(status, body, retryAfter));
    }

    private void introspected(JsonNode value) {
        String body = value.path("body").toString();
        if (value.has("active")) {
            String exp = value.has("expiresIn")
                    ? ",\"exp\":"
                            + wallClock()
                                    .plus(Duration.parse(value.get("expiresIn").asText()))
                                    .getEpochSecond()
                    : "";
            body = "{\"active\":" + value.get("active") + exp + "}";
        }
        complete(
                questions.removeLast(),
                Answers.introspection(value.path("status").asInt(200), body));
    }

    private static <T> void complete(CompletableFuture<T> pending, CompletableFuture<T> outcome) {
        outcome.whenComplete((result, failure) -> {
            if (failure == null) {
                pending.complete(result);
            } else {
                pending.completeExceptionally(
                        failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
        });
    }

    private String tokenResponse(String name, JsonNode with) {
        String value = with.has("jwtLife")
                ? jwt(name, Duration.parse(with.get("jwtLife").asText()))
                : value(name);
        values.put(name, value);
        String expiresIn = with.has("expiresIn") ? ",\"expires_in\":" + with.get("expiresIn") : "";
        return """
                {"access_token":"%s","instance_url":"%s","id":"https://login.salesforce.com/id/%s/%s"%s}"""
                .formatted(
                        value,
                        with.path("instanceUrl").asText("https://acme.my.salesforce.com"),
                        with.path("org").asText("00D000000000001AAA"),
                        with.path("user").asText("005000000000001AAA"),
                        expiresIn);
    }

    private String jwt(String name, Duration life) {
        return part("{\"alg\":\"RS256\"}") + "."
                + part("{\"jti\":\"" + name + "\",\"exp\":"
                        + wallClock().plus(life).getEpochSecond() + "}") + "."
                + part("signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Instant wallClock() {
        return START.plusNanos(scheduler.ticker() + 5).plus(wallClockIsAheadBy);
    }

    private String value(String name) {
        return values.getOrDefault(name, "value of " + name);
    }

    private Optional<TokenEntry> current() {
        return Optional.ofNullable(manager.state().current()).map(HeldToken::entry);
    }

    private @Nullable String currentName() {
        return current().map(this::nameOf).orElse(null);
    }

    private String nameOf(TokenEntry entry) {
        return values.entrySet().stream()
                .filter(named -> entry.holds(named.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Urgency urgency() {
        return RefreshDecision.urgency(manager.state().current(), scheduler.ticker(), rejected);
    }

    private String outcome(String caller) {
        CompletableFuture<TokenEntry> future = callers.get(caller);
        if (!future.isDone()) {
            return "waits";
        }
        try {
            return nameOf(future.join());
        } catch (CompletionException e) {
            return reasonOf(LoginException.of(e));
        }
    }

    private static String reasonOf(LoginException failure) {
        return failure instanceof LoginDeniedException denial
                ? denial.reason().name()
                : ((LoginUnavailableException) failure).reason().name();
    }

    private String nameOf(TokenEvent event) {
        if (event instanceof TokenEvent.LoginSucceeded obtained) {
            return "succeeded " + nameOf(obtained.installed()) + " " + obtained.reason();
        }
        if (event instanceof TokenEvent.LoginFailed failed) {
            return "failed " + reasonOf(failed.failure()) + (failed.usableToken() ? " usable" : "");
        }
        if (event instanceof TokenEvent.LoginDenied denied) {
            return "denied " + denied.denial().reason() + (denied.usableToken() ? " usable" : "");
        }
        if (event instanceof TokenEvent.RunAsUserChanged changed) {
            return "user changed " + changed.before().userId() + " "
                    + changed.now().userId();
        }
        if (event instanceof TokenEvent.TokenRejected lost) {
            return "rejected " + nameOf(lost.rejected());
        }
        return event instanceof TokenEvent.ExpiryExtended ? "extended" : "throttled";
    }

    private static List<String> names(JsonNode array, List<String> otherwise) {
        if (!array.isArray()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
