package org.camelforce.salesforcecc.credentials;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.spi.PropertiesFunction;

/** The function {@code {{vault:...}}}, which yields what the vault holds now, as those of Camel's vaults do. */
public final class TestVault implements PropertiesFunction {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String secret;

    /** Puts a value in the place of the one before. */
    public void put(String value) {
        secret = value;
    }

    /** How often the vault was asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public String getName() {
        return "vault";
    }

    @Override
    public String apply(String remainder) {
        asked.incrementAndGet();
        return secret;
    }
}
