package org.camelforce.salesforcecc.internal.request;

/** Is told of the end of a request, on any thread. Must neither block nor throw. */
@FunctionalInterface
public interface RequestEnd {

    /** Takes no notice. */
    RequestEnd UNWATCHED = ended -> {};

    /** @param ended what came of the request */
    void ended(EndedRequest ended);
}
