package org.camelforce.salesforcecc.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.oauth.UnknownVersion;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what {@link TokenTransitions} wants done, and reports what comes of it as the next trigger. Holds the
 * futures of those who wait. Safe for use by several threads.
 */
final class EffectRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

    private final LoginCandidates candidates;
    private final LoginRetry attempts;
    private final ExpiryResolver expiries;
    private final TokenListeners listeners;
    private final Supplier<Optional<TokenEntry>> current;
    private final Consumer<TokenTrigger> triggers;
    private final CompletableFuture<TokenEntry> first = new CompletableFuture<>();
    private final Map<InFlightLogin, CompletableFuture<TokenEntry>> logins = new ConcurrentHashMap<>();
    private final Map<Question, CompletableFuture<Void>> questions = new ConcurrentHashMap<>();

    /**
     * @param candidates tell their version
     * @param attempts make logins
     * @param expiries find out when tokens expire
     * @param listeners are told of tokens and events
     * @param current the token in use
     * @param triggers takes what comes of an effect, on any thread
     */
    EffectRunner(
            LoginCandidates candidates,
            LoginRetry attempts,
            ExpiryResolver expiries,
            TokenListeners listeners,
            Supplier<Optional<TokenEntry>> current,
            Consumer<TokenTrigger> triggers) {
        this.candidates = candidates;
        this.attempts = attempts;
        this.expiries = expiries;
        this.listeners = listeners;
        this.current = current;
        this.triggers = triggers;
    }

    /** Makes the futures that others may wait for as soon as they see the next state; with the owner's lock. */
    void prepare(List<TokenEffect> effects) {
        for (TokenEffect effect : effects) {
            if (effect instanceof TokenEffect.StartLogin start) {
                logins.put(start.login(), new CompletableFuture<>());
            } else if (effect instanceof TokenEffect.Ask ask) {
                questions.put(ask.question(), new CompletableFuture<>());
            }
        }
    }

    /** A future of its own for every caller; with the owner's lock, under which that login is under way. */
    CompletableFuture<TokenEntry> outcomeOf(InFlightLogin login) {
        return Objects.requireNonNull(logins.get(login), "login under way").copy();
    }

    /** A future of its own for every caller; with the owner's lock, under which that question is under way. */
    CompletableFuture<Void> endOf(Question question) {
        CompletableFuture<Void> end = questions.get(question);
        return end == null ? CompletableFuture.completedFuture(null) : end.copy();
    }

    /** A future of its own for every caller. */
    CompletableFuture<TokenEntry> firstToken() {
        return first.copy();
    }

    /**
     * With no lock. Whatever one throws, the others are carried out.
     *
     * @return whether none has thrown anything
     */
    boolean run(List<TokenEffect> effects) {
        boolean done = true;
        for (TokenEffect effect : effects) {
            try {
                run(effect);
            } catch (Throwable e) {
                done = false;
                report("What follows from a change of the access token could not be done; it is tried again", e);
            }
        }
        return done;
    }

    private void run(TokenEffect effect) {
        if (effect instanceof TokenEffect.Publish publish) {
            listeners.on(publish.event());
        } else if (effect instanceof TokenEffect.TellInstalled tell) {
            listeners.installed(tell.previous(), tell.installed(), current);
        } else if (effect instanceof TokenEffect.StartLogin start) {
            start(start.login(), start.attempts());
        } else if (effect instanceof TokenEffect.CompleteLogin complete) {
            complete(complete.login(), complete.entry());
        } else if (effect instanceof TokenEffect.FailLogin fail) {
            CompletableFuture<TokenEntry> outcome = logins.remove(fail.login());
            if (outcome != null) {
                outcome.completeExceptionally(fail.failure());
            }
        } else if (effect instanceof TokenEffect.FailFirst fail) {
            first.completeExceptionally(fail.failure());
        } else if (effect instanceof TokenEffect.Ask ask) {
            ask(ask);
        } else if (effect instanceof TokenEffect.EndQuestion end) {
            end(end.question());
        } else if (effect instanceof TokenEffect.SeeCredentials) {
            triggers.accept(new TokenTrigger.CredentialsSeen(guarded(candidates::version)));
        } else {
            throw new IllegalArgumentException("unknown effect " + effect);
        }
    }

    private void complete(@Nullable InFlightLogin login, TokenEntry entry) {
        try {
            first.complete(entry);
        } finally {
            CompletableFuture<TokenEntry> outcome = login == null ? null : logins.remove(login);
            if (outcome != null) {
                outcome.complete(entry);
            }
        }
    }

    /** Whatever happens on the way, the login ends. */
    private void start(InFlightLogin login, int allowed) {
        CompletableFuture<TokenEntry> outcome = logins.get(login);
        if (outcome == null) {
            // ended by a listener that heard of it
            return;
        }
        try {
            attempts.run(allowed, outcome::isDone).whenComplete((result, failure) -> {
                if (failure == null) {
                    succeeded(login, result);
                } else {
                    failed(login, LoginException.of(failure));
                }
            });
        } catch (Throwable e) {
            failed(login, LoginException.of(e));
        }
    }

    private void succeeded(InFlightLogin login, CredentialFallback.Login result) {
        try {
            HeldToken obtained = expiries.held(result);
            triggers.accept(new TokenTrigger.LoginSucceeded(login, obtained, guarded(candidates::versionRead)));
        } catch (Throwable e) {
            failed(login, LoginException.of(e));
        }
    }

    private void failed(InFlightLogin login, LoginException failure) {
        if (!logins.containsKey(login)) {
            // given up before
            return;
        }
        try {
            triggers.accept(new TokenTrigger.LoginFailed(login, failure, guarded(candidates::versionRead)));
        } catch (Throwable e) {
            report("The failure of a login could not be recorded", e);
            lose(login, failure);
        }
    }

    /** Those who wait for it are told even if the state cannot change. */
    private void lose(InFlightLogin login, LoginException failure) {
        try {
            triggers.accept(new TokenTrigger.LoginLost(login, failure));
        } finally {
            CompletableFuture<TokenEntry> outcome = logins.get(login);
            if (outcome != null) {
                outcome.completeExceptionally(failure);
            }
        }
    }

    /** A log that fails, for example without memory, keeps nothing from being done. */
    private static void report(String message, Throwable e) {
        try {
            LOG.error(message, e);
        } catch (Throwable ignored) {
            // there is nobody left to tell
        }
    }

    private void ask(TokenEffect.Ask ask) {
        expiries.ask(ask.about().entry(), ask.isNew())
                .thenAccept(answer -> triggers.accept(answered(ask, answer)))
                .whenComplete((done, failure) -> end(ask.question()));
    }

    private TokenTrigger answered(TokenEffect.Ask ask, Optional<Introspection> answer) {
        HeldToken about = ask.about();
        boolean inactive = answer.isPresent() && !answer.get().active();
        return new TokenTrigger.Answered(
                ask.question(),
                about,
                inactive,
                extended(about, answer.map(Introspection::expiresAt).orElse(null)),
                expiries.isWorthAsking(about.entry()));
    }

    private @Nullable HeldToken extended(HeldToken about, @Nullable Instant expiresAt) {
        try {
            return expiresAt == null ? null : expiries.extended(about, expiresAt);
        } catch (Throwable e) {
            LOG.error(
                    "Salesforce's answer about access token {} cannot be used",
                    about.entry().fingerprint(),
                    e);
            return null;
        }
    }

    private void end(Question question) {
        CompletableFuture<Void> end = questions.remove(question);
        if (end != null) {
            end.complete(null);
        }
    }

    private static @Nullable Object guarded(Supplier<@Nullable Object> version) {
        try {
            return version.get();
        } catch (Throwable e) {
            LOG.warn(
                    "The source of the consumer key and secret could not tell whether they have changed: {}",
                    e.toString());
            return new UnknownVersion();
        }
    }
}
