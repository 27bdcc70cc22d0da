package org.camelforce.salesforcecc.reliability.reference;

/** What a consumer does wrong. */
public enum Mistake {
    /** Nothing. */
    NONE,
    /** It writes the position of a batch before it has processed it. */
    COMMITS_FIRST,
    /** After an error it goes on with the newest event. */
    LATEST_AFTER_ERROR,
    /** It takes a stream that the server has completed for one that goes on. */
    IGNORES_COMPLETION,
    /** It leaves out what it cannot decode, and goes on. */
    SWALLOWS_DECODE_ERRORS,
    /** It processes events in parallel and writes the position of the highest that is done. */
    COMMITS_HIGHEST
}
