package org.camelforce.salesforcecc.simulator.events;

/** The kinds of events that an org's log keeps (Streaming API Developer Guide, "Streaming Event Features"). */
public enum EventKind {
    /** A platform event on {@code /event/X__e}. */
    PLATFORM_EVENT,
    /** A change data capture event on {@code /data/...}. */
    CHANGE_EVENT,
    /** A change that matched a PushTopic, on {@code /topic/X}. */
    PUSH_TOPIC,
    /** Text on a streaming channel {@code /u/X}. */
    GENERIC
}
