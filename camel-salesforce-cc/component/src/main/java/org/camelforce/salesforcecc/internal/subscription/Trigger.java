package org.camelforce.salesforcecc.internal.subscription;

/** What moves a subscription from one state to the next. */
enum Trigger {
    START,
    TOKEN,
    CLAIMED,
    CONFIRMED,
    LOST,
    TOKEN_REFUSED,
    DELAY_OVER,
    NO_ROOM,
    ROOM,
    POSITION_REFUSED,
    DECIDED,
    REFUSED,
    DEFECT,
    SUSPEND,
    RESUME,
    STOP
}
