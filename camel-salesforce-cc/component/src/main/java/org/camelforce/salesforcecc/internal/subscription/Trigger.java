package org.camelforce.salesforcecc.internal.subscription;

/** What moves a subscription from one state to the next. */
enum Trigger {
    START,
    TOKEN,
    CLAIMED,
    CONFIRMED,
    LOST,
    TOKEN_REJECTED,
    DELAY_OVER,
    NO_ROOM,
    ROOM,
    POSITION_REJECTED,
    DECIDED,
    FAIL,
    DEFECT,
    SUSPEND,
    RESUME,
    STOP
}
