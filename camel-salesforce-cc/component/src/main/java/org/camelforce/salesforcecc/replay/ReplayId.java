package org.camelforce.salesforcecc.replay;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Salesforce's position of an event in its channel. Opaque: neither order nor gaps between ids mean anything (Streaming
 * API Developer Guide, "Message Durability"; Pub/Sub API Guide, "Event Message Durability"). The Streaming API has
 * numbers, the Pub/Sub API has bytes, and one is not to be used with the other.
 */
public final class ReplayId {

    private static final String NUMBER = "number:";
    private static final String BYTES = "bytes:";
    private static final String START = "start:";
    private static final String UNKNOWN = "unknown:";

    private final String text;

    private ReplayId(String text) {
        this.text = text;
    }

    /**
     * @param number an id of the Streaming API, not one of the presets -1 and -2
     * @return the id
     */
    public static ReplayId ofNumber(long number) {
        return new ReplayId(NUMBER + number);
    }

    /**
     * @param bytes an id of the Pub/Sub API; copied
     * @return the id
     */
    public static ReplayId ofBytes(byte[] bytes) {
        return new ReplayId(BYTES + Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * A position before the first event: that of a subscription that has got none yet.
     *
     * @param since when it subscribed to new events, by Salesforce's clock; in milliseconds
     * @return the position
     */
    public static ReplayId ofStart(Instant since) {
        return new ReplayId(START + since.toEpochMilli());
    }

    /**
     * Stands for the replay id of an event that came without one, to tell it from other events. It is no position and
     * is never stored.
     *
     * @param event what tells the event from others
     * @return the id
     */
    public static ReplayId ofUnknown(String event) {
        return new ReplayId(UNKNOWN + event);
    }

    /**
     * @param text what {@link #toString} returned
     * @return the id
     * @throws IllegalArgumentException if the text is not one
     */
    public static ReplayId parse(String text) {
        if (text.startsWith(NUMBER)) {
            return ofNumber(Long.parseLong(text.substring(NUMBER.length())));
        }
        if (text.startsWith(BYTES)) {
            return ofBytes(Base64.getDecoder().decode(text.substring(BYTES.length())));
        }
        if (text.startsWith(START)) {
            return ofStart(Instant.ofEpochMilli(Long.parseLong(text.substring(START.length()))));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a replay ID: it starts with none of " + NUMBER + ' ' + BYTES + ' ' + START);
    }

    /** @return whether a subscription can go on after it */
    public boolean isPosition() {
        return !text.startsWith(UNKNOWN);
    }

    /** @return whether this is an id of the Streaming API */
    public boolean isNumber() {
        return text.startsWith(NUMBER);
    }

    /**
     * @return the number
     * @throws IllegalStateException if this is not an id of the Streaming API
     */
    public long number() {
        if (!isNumber()) {
            throw new IllegalStateException(text + " is not a replay ID of the Streaming API");
        }
        return Long.parseLong(text.substring(NUMBER.length()));
    }

    /**
     * @return a copy of the bytes
     * @throws IllegalStateException if this is not an id of the Pub/Sub API
     */
    public byte[] bytes() {
        if (!text.startsWith(BYTES)) {
            throw new IllegalStateException(text + " is not a replay ID of the Pub/Sub API");
        }
        return Base64.getDecoder().decode(text.substring(BYTES.length()));
    }

    /** @return when the subscription without an event subscribed; empty if this is the id of an event */
    public Optional<Instant> startedAt() {
        return text.startsWith(START)
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text.substring(START.length()))))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplayId id && id.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * @return {@code number:} and the number, {@code bytes:} and the bytes in Base64, or {@code start:} and
     *     milliseconds since 1970, which {@link #parse} reads; or {@code unknown:} and what tells the event from others
     */
    @Override
    public String toString() {
        return text;
    }
}
