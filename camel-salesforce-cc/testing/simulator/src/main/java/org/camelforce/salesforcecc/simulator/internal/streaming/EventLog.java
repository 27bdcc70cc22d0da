package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The event bus of one org: events by channel, in the order of one org-wide sequence of replay ids. Ids are not
 * contiguous, and events are kept for as long as their kind is retained (Platform Events Developer Guide, "Event
 * Message Durability"). Whoever has read an event with id <i>n</i> has missed no event of that channel with a lower id.
 * Safe for use by several threads.
 */
public final class EventLog {

    /** Replay option: only events that enter the log from now on. */
    public static final long NEW_ONLY = -1;

    /** Replay option: everything that is retained, then new events. */
    public static final long ALL_RETAINED = -2;

    private static final int LARGEST_STEP = 5;

    private final Function<LoggedEvent.Kind, Duration> retention;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Map<String, NavigableMap<Long, LoggedEvent>> channels = new HashMap<>();
    private final List<Consumer<LoggedEvent>> listeners = new CopyOnWriteArrayList<>();
    private final NavigableMap<Long, Instant> shown = new TreeMap<>();
    private final LongAdder deliveries = new LongAdder();
    private long head;

    /**
     * @param retention how long events of a kind are kept
     * @param time tells when events were created and when they expire
     * @param random draws the gaps between replay ids, and the UUIDs
     */
    public EventLog(Function<LoggedEvent.Kind, Duration> retention, InstantSource time, RandomGenerator random) {
        this.retention = retention;
        this.time = time;
        this.random = random;
    }

    /** @return how many events subscribers have been sent, each as often as it was */
    public long deliveries() {
        return deliveries.sum();
    }

    /** @param events how many events a subscriber is about to be sent */
    public void delivered(int events) {
        deliveries.add(events);
    }

    /**
     * Adds an event and tells the listeners on the calling thread.
     *
     * @param event the event
     * @return the event with its place in the log
     */
    public LoggedEvent append(NewEvent event) {
        return append(event, "");
    }

    /**
     * Like {@link #append(NewEvent)}, with an id that the publisher has chosen.
     *
     * @param event the event
     * @param uuid its UUID; empty for a random one
     * @return the event with its place in the log
     */
    public LoggedEvent append(NewEvent event, String uuid) {
        LoggedEvent logged = store(event, uuid);
        listeners.forEach(listener -> listener.accept(logged));
        return logged;
    }

    private synchronized LoggedEvent store(NewEvent event, String uuid) {
        head += 1 + random.nextInt(LARGEST_STEP);
        LoggedEvent logged = new LoggedEvent(
                head,
                time.instant(),
                uuid.isEmpty() ? randomUuid() : uuid,
                event.kind(),
                event.channels(),
                event.type(),
                event.payload(),
                event.userId());
        show(head);
        for (String channel : event.channels()) {
            channels.computeIfAbsent(channel, name -> new TreeMap<>()).put(head, logged);
            retained(channel);
        }
        return logged;
    }

    private String randomUuid() {
        long versioned = random.nextLong() & ~0xF000L | 0x4000L;
        long variant = random.nextLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(versioned, variant).toString();
    }

    /**
     * Turns what a subscriber asks for into the position after which it reads.
     *
     * @param channel the channel
     * @param replay {@link #NEW_ONLY}, {@link #ALL_RETAINED} or the replay id of the last event already known
     * @return a position for {@link #after}
     * @throws InvalidReplayIdException if the id was never issued on this channel or its event is no longer retained
     */
    public synchronized long position(String channel, long replay) {
        if (replay == NEW_ONLY) {
            return head;
        }
        if (replay == ALL_RETAINED) {
            return 0;
        }
        NavigableMap<Long, LoggedEvent> events = retained(channel);
        if (events == null || !events.containsKey(replay)) {
            throw new InvalidReplayIdException(replay);
        }
        return replay;
    }

    /**
     * Shows a position in the org's whole sequence to a subscriber, for whom it is good for {@link #resume} for as long
     * as a platform event of that moment is retained.
     *
     * @return the newest replay id of the org, 0 before the first event
     */
    public synchronized long tip() {
        show(head);
        return head;
    }

    /**
     * Turns a position that was shown, or the replay id of any event, into the position after which a subscriber reads,
     * whatever its channel.
     *
     * @param replayId from {@link #tip} or of an event
     * @return a position for {@link #after}
     * @throws InvalidReplayIdException if it was never shown, or events after it may no longer be retained
     */
    public synchronized long resume(long replayId) {
        dropExpiredPositions();
        if (!shown.containsKey(replayId)) {
            throw new InvalidReplayIdException(replayId);
        }
        return replayId;
    }

    private void show(long position) {
        dropExpiredPositions();
        shown.put(position, time.instant());
    }

    private void dropExpiredPositions() {
        Instant oldest = time.instant().minus(retention.apply(LoggedEvent.Kind.PLATFORM_EVENT));
        while (!shown.isEmpty() && !shown.firstEntry().getValue().isAfter(oldest)) {
            shown.pollFirstEntry();
        }
    }

    /**
     * Reads on. The position need not be retained any more.
     *
     * @param channel the channel
     * @param position a position or the replay id of the last event read
     * @param max how many events at most
     * @return the next retained events in order; empty if there is none yet
     */
    public synchronized List<LoggedEvent> after(String channel, long position, int max) {
        NavigableMap<Long, LoggedEvent> events = retained(channel);
        return events == null
                ? List.of()
                : events.tailMap(position, false).values().stream().limit(max).toList();
    }

    /**
     * @param channel the channel
     * @return the replay id of its oldest retained event, empty if there is none
     */
    public synchronized OptionalLong earliest(String channel) {
        NavigableMap<Long, LoggedEvent> events = retained(channel);
        return events == null || events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.firstKey());
    }

    /**
     * @param channel the channel
     * @return the replay id of its newest retained event, empty if there is none
     */
    public synchronized OptionalLong latest(String channel) {
        NavigableMap<Long, LoggedEvent> events = retained(channel);
        return events == null || events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.lastKey());
    }

    /** @return the newest replay id of the org, 0 before the first event */
    public synchronized long head() {
        return head;
    }

    /**
     * @param listener called after each event is readable, on the appending thread; with several appending threads not
     *     always in the order of the log
     */
    public void addListener(Consumer<LoggedEvent> listener) {
        listeners.add(listener);
    }

    private @Nullable NavigableMap<Long, LoggedEvent> retained(String channel) {
        NavigableMap<Long, LoggedEvent> events = channels.get(channel);
        if (events != null) {
            Instant now = time.instant();
            while (!events.isEmpty() && isExpired(events.firstEntry().getValue(), now)) {
                events.pollFirstEntry();
            }
        }
        return events;
    }

    private boolean isExpired(LoggedEvent event, Instant now) {
        return !event.createdDate().plus(retention.apply(event.kind())).isAfter(now);
    }
}
