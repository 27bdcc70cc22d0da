package org.camelforce.salesforcecc.token;

/**
 * Receives every transition. Called on the thread that caused it, possibly by several threads at the same time; must
 * return quickly. What it throws is logged and ignored.
 */
@FunctionalInterface
public interface TokenEventListener {

    /** @param event what has happened */
    void on(TokenEvent event);
}
