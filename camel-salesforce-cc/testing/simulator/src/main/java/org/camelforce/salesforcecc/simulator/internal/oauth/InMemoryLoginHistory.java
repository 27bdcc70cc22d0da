package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/**
 * Who logged in, and whether one more login is within the limit of 3,600 per user and rolling hour. Keeps the latest
 * {@value #CAPACITY} rows. Safe for use by several threads.
 */
public final class InMemoryLoginHistory implements LoginHistory {

    /** Logins per user and rolling hour that Salesforce allows. */
    public static final int DEFAULT_LOGINS_PER_HOUR = 3600;

    private static final int CAPACITY = 100_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final InstantSource time;
    private final Deque<LoginHistory.Row> rows = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> recentByUser = new HashMap<>();
    private final List<Consumer<LoginHistory.Row>> listeners = new CopyOnWriteArrayList<>();
    private int loginsPerHour = DEFAULT_LOGINS_PER_HOUR;

    /** @param time the time of each row, and the clock of the rolling hour */
    public InMemoryLoginHistory(InstantSource time) {
        this.time = time;
    }

    @Override
    public synchronized List<LoginHistory.Row> rows() {
        return List.copyOf(rows);
    }

    @Override
    public synchronized int loginsPerHour() {
        return loginsPerHour;
    }

    @Override
    public synchronized void setLoginsPerHour(int loginsPerHour) {
        if (loginsPerHour < 0) {
            throw new IllegalArgumentException("logins per hour must not be negative, but is " + loginsPerHour);
        }
        this.loginsPerHour = loginsPerHour;
    }

    /** @param listener called with each new row, on the thread of the login; no lock is held meanwhile */
    public void addListener(Consumer<LoginHistory.Row> listener) {
        listeners.add(listener);
    }

    /** Records a login if it is within the limit; returns whether it was. */
    boolean tryLogin(User user) {
        return spend(user).map(this::told).isPresent();
    }

    private synchronized Optional<LoginHistory.Row> spend(User user) {
        Instant now = time.instant();
        Deque<Instant> recent = recentByUser.computeIfAbsent(user.id(), id -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= loginsPerHour) {
            return Optional.empty();
        }
        recent.addLast(now);
        return Optional.of(add(now, user, LoginHistory.Row.SUCCESS));
    }

    void recordFailure(User user, String reason) {
        told(add(time.instant(), user, reason));
    }

    private LoginHistory.Row told(LoginHistory.Row row) {
        listeners.forEach(listener -> listener.accept(row));
        return row;
    }

    private synchronized LoginHistory.Row add(Instant now, User user, String status) {
        if (rows.size() == CAPACITY) {
            rows.removeFirst();
        }
        LoginHistory.Row row =
                new LoginHistory.Row(now, user.id(), user.username(), LoginHistory.Row.CLIENT_CREDENTIALS, status);
        rows.addLast(row);
        return row;
    }
}
