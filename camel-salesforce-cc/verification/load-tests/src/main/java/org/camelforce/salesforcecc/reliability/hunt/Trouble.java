package org.camelforce.salesforcecc.reliability.hunt;

/** What can go wrong in a round of the hunt. */
public enum Trouble {
    /** Routes fail with an exception. */
    ROUTES_FAIL,
    /** Routes throw what nobody catches by habit. */
    ROUTES_THROW,
    /** Routes do not call back until everything is healed. */
    ROUTES_HANG,
    /** Users' exception handlers throw, and routes fail. */
    EXCEPTION_HANDLERS_THROW,
    /** Users' pools reject everything. */
    WORKERS_REJECT,
    /** Users' pools drop tasks without a word; only a restart of the route can help. */
    WORKERS_DISCARD,
    /** Users' pools run tasks on the caller's thread, and routes are slow. */
    WORKERS_CALL_BACK,
    /** Users' pools are slow. */
    WORKERS_SLOW,
    /** Positions cannot be written: no space left on the device. */
    STORE_FULL,
    /** The store throws what is no IOException. */
    STORE_THROWS,
    /** The store hangs. */
    STORE_HANGS,
    /** The store cannot be closed properly, and routes restart. */
    STORE_CLOSES_BADLY,
    /** Routes restart while the store is away. */
    STORE_AWAY_AT_START,
    /** Routes restart while a full disk does not take the owner's name. */
    DISK_FULL_AT_START,
    /** Who logs in throws, while sessions end. */
    LOGIN_THROWS,
    /** Who logs in hangs, while sessions end. */
    LOGIN_HANGS,
    /** The credentials' version cannot be told, while sessions end and the token endpoint is down. */
    VERSION_THROWS,
    /** Listeners throw, while sessions end. */
    LISTENERS_THROW,
    /** The token endpoint is down, and sessions end. */
    TOKEN_ENDPOINT_DOWN,
    /** Sessions end again and again. */
    SESSIONS_END,
    /** Streams open, and end with the first event. */
    STREAMS_FLAP,
    /** Nothing can be subscribed to. */
    STREAMS_UNAVAILABLE,
    /** Connections drop now and then. */
    CONNECTIONS_DROP,
    /** The org's clock jumps ahead: ours falls behind. */
    CLOCK_JUMPS,
    /** The position is lost, and the policy that decides throws; only a restart of the route can help. */
    POSITION_LOST,
    /** Routes are stopped for a while. */
    ROUTES_RESTART,
    /** Routes are suspended for a while. */
    ROUTES_SUSPENDED,
    /** The component is restarted under its routes. */
    COMPONENT_RESTARTS,
    /** Requests of routes take seconds, and many are made. */
    REQUESTS_SLOW;

    /**
     * Whether only a restart of the route has to help. Camel refuses exchanges of a route that it has suspended by
     * force.
     */
    boolean needsRestart() {
        return this == WORKERS_DISCARD || this == POSITION_LOST || this == ROUTES_SUSPENDED;
    }
}
