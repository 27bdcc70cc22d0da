package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.internal.model.RandomText;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.oauth.Sessions;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;

/**
 * The sessions of an org. A session ends after its time-out has passed without activity, which every {@link #use}
 * slides (Object Reference, "AuthSession"), or when it is ended here; while it is held, it does not time out. Safe for
 * use by several threads; listeners run on the ending thread, and no lock is held meanwhile.
 */
public final class InMemorySessions implements Sessions, SessionRegistry {

    private static final int TOKEN_LENGTH = 112;
    private static final String TOKEN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";

    private final InMemoryOrg org;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Map<String, LiveSession> byToken = new LinkedHashMap<>();
    private final List<Consumer<Session>> openListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Session>> endListeners = new CopyOnWriteArrayList<>();
    private volatile TokenIssue tokenIssue;

    /**
     * Starts without sessions, and ends those of each user of the org who is deactivated.
     *
     * @param org whose sessions these are
     * @param tokenIssue what further logins do
     * @param time decides when a session has timed out
     * @param random where tokens come from
     */
    public InMemorySessions(InMemoryOrg org, TokenIssue tokenIssue, InstantSource time, RandomGenerator random) {
        this.org = org;
        this.tokenIssue = tokenIssue;
        this.time = time;
        this.random = random;
        org.addDeactivationListener(
                user -> endIf(live -> live.session().userId().equals(user.id())));
    }

    @Override
    public TokenIssue tokenIssue() {
        return tokenIssue;
    }

    @Override
    public void setTokenIssue(TokenIssue tokenIssue) {
        this.tokenIssue = tokenIssue;
    }

    @Override
    public Optional<Session> open(String clientId, User user, String scope, Duration timeout) {
        return logIn(clientId, user, scope, timeout).map(SessionDetails::session);
    }

    /** As {@link #open}, with what introspection shows of the session. */
    Optional<SessionDetails> logIn(String clientId, User user, String scope, Duration timeout) {
        List<Session> ended = new ArrayList<>();
        Optional<SessionDetails> opened = open(clientId, user, scope, timeout, ended);
        notifyEnded(ended);
        return told(opened);
    }

    private Optional<SessionDetails> open(
            String clientId, User user, String scope, Duration timeout, List<Session> ended) {
        Predicate<LiveSession> sameOwner = live -> live.session().clientId().equals(clientId)
                && live.session().userId().equals(user.id());
        TokenIssue issue = tokenIssue;
        synchronized (byToken) {
            if (!user.isActive()) {
                return Optional.empty();
            }
            Instant now = time.instant();
            byToken.values().removeIf(live -> live.isExpired(now));
            Optional<LiveSession> latest = issue == TokenIssue.SAME_WHILE_LIVE
                    ? byToken.values().stream()
                            .filter(sameOwner.and(LiveSession::isSliding))
                            .reduce((older, newer) -> newer)
                    : Optional.empty();
            if (latest.isPresent()) {
                latest.get().use(now);
                return latest.map(live -> live.details(now));
            }
            if (issue == TokenIssue.FRESH_ENDS_OLDER) {
                ended.addAll(removeIf(sameOwner));
            }
            return Optional.of(add(newToken(), clientId, user, scope, timeout, true, now));
        }
    }

    /**
     * Logs a user in with a JWT-based access token, which lives for a fixed time whatever its use. Other sessions stay
     * as they are.
     *
     * @param token the token
     * @param clientId consumer key of the app
     * @param user the user
     * @param scope scopes granted, separated by blanks
     * @param issuedAt the start of its life
     * @param lifetime how long it lives
     * @return the session, empty if the user is inactive
     */
    Optional<SessionDetails> openJwt(
            String token, String clientId, User user, String scope, Instant issuedAt, Duration lifetime) {
        Optional<SessionDetails> opened;
        synchronized (byToken) {
            opened = user.isActive()
                    ? Optional.of(add(token, clientId, user, scope, lifetime, false, issuedAt))
                    : Optional.empty();
        }
        return told(opened);
    }

    private Optional<SessionDetails> told(Optional<SessionDetails> opened) {
        opened.ifPresent(login -> openListeners.forEach(listener -> listener.accept(login.session())));
        return opened;
    }

    private SessionDetails add(
            String token,
            String clientId,
            User user,
            String scope,
            Duration timeout,
            boolean sliding,
            Instant issuedAt) {
        Session session = new Session(token, user.id(), user.username(), org.id(), clientId);
        LiveSession live = new LiveSession(session, scope, timeout, sliding, issuedAt);
        byToken.put(token, live);
        return live.details(issuedAt);
    }

    @Override
    public Optional<Session> use(String token) {
        synchronized (byToken) {
            Optional<LiveSession> live = find(token);
            live.ifPresent(found -> found.use(time.instant()));
            return live.map(LiveSession::session);
        }
    }

    @Override
    public Optional<Session> peek(String token) {
        synchronized (byToken) {
            return find(token).map(LiveSession::session);
        }
    }

    @Override
    public Hold hold(String token) {
        synchronized (byToken) {
            Optional<LiveSession> live = find(token);
            live.ifPresent(LiveSession::hold);
            AtomicBoolean held = new AtomicBoolean(live.isPresent());
            return () -> live.filter(found -> held.getAndSet(false)).ifPresent(this::release);
        }
    }

    private void release(LiveSession live) {
        synchronized (byToken) {
            live.release(time.instant());
        }
    }

    /**
     * Describes a session without counting as use of it.
     *
     * @param token its token
     * @return what is known about it, empty if it is unknown, expired or ended
     */
    public Optional<SessionDetails> details(String token) {
        synchronized (byToken) {
            return find(token).map(live -> live.details(time.instant()));
        }
    }

    @Override
    public List<Session> live() {
        synchronized (byToken) {
            Instant now = time.instant();
            return byToken.values().stream()
                    .filter(live -> !live.isExpired(now))
                    .map(LiveSession::session)
                    .toList();
        }
    }

    @Override
    public boolean end(String token) {
        return endIf(live -> live.session().token().equals(token)) > 0;
    }

    @Override
    public int endAll() {
        return endIf(live -> true);
    }

    /**
     * Ends all sessions that an app has opened, by whichever of its pairs.
     *
     * @param app the app
     * @return how many were alive
     */
    public int endAllOf(InMemoryApp app) {
        return endIf(live -> app.rotation().hasHadKey(live.session().clientId()));
    }

    /**
     * @param listener called with the session of each login, be it a new one or one that was there, on the thread of
     *     the login
     */
    public void addOpenListener(Consumer<Session> listener) {
        openListeners.add(listener);
    }

    /**
     * {@inheritDoc} Also called when a user is deactivated and when a new login ends older sessions; not when a session
     * times out.
     */
    @Override
    public void addEndListener(Consumer<Session> listener) {
        endListeners.add(listener);
    }

    private int endIf(Predicate<LiveSession> condition) {
        List<Session> ended;
        synchronized (byToken) {
            Instant now = time.instant();
            byToken.values().removeIf(live -> live.isExpired(now));
            ended = removeIf(condition);
        }
        notifyEnded(ended);
        return ended.size();
    }

    private List<Session> removeIf(Predicate<LiveSession> condition) {
        List<Session> removed = byToken.values().stream()
                .filter(condition)
                .map(LiveSession::session)
                .toList();
        removed.forEach(session -> byToken.remove(session.token()));
        return removed;
    }

    private void notifyEnded(List<Session> ended) {
        ended.forEach(session -> endListeners.forEach(listener -> listener.accept(session)));
    }

    private Optional<LiveSession> find(String token) {
        return Optional.ofNullable(byToken.get(token)).filter(live -> !live.isExpired(time.instant()));
    }

    private String newToken() {
        String prefix = org.id().substring(0, 15) + "!AQ";
        return prefix + RandomText.draw(random, TOKEN_ALPHABET, TOKEN_LENGTH - prefix.length());
    }
}
