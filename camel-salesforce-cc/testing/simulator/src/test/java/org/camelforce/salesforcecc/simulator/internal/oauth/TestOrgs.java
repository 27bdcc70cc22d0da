package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;

final class TestOrgs {

    private TestOrgs() {}

    static InMemoryOrg acme() {
        AtomicLong users = new AtomicLong(1);
        return new InMemoryOrg(
                "00Dxx0000000001",
                "acme.my.salesforce.com",
                username -> SalesforceId.of("005", users.getAndIncrement()));
    }
}
