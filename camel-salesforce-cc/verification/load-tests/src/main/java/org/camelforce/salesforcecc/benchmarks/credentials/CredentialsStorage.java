package org.camelforce.salesforcecc.benchmarks.credentials;

import java.io.IOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/**
 * Where a component finds key and secret, seen by the operator of a rotation. The pairs are changed while the component
 * runs; no method may be called by two threads at the same time.
 */
public interface CredentialsStorage extends AutoCloseable {

    /** @return the name in the printed table */
    String name();

    /** @return what the operator changes, for the printed table */
    String operation();

    /**
     * @param context the component's context, before its start
     * @param component the component, before its start
     */
    void configure(CamelContext context, SalesforceCcComponent component);

    /**
     * Keeps these pairs from now on.
     *
     * @param pairs the current pair, and the next one if a rotation is under way
     * @throws IOException if they cannot be stored
     */
    void keep(List<ConsumerDetails> pairs) throws IOException;

    @Override
    default void close() throws IOException {}
}
