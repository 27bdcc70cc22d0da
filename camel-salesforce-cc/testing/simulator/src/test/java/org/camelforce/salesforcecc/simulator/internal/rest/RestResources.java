package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.List;

/** What the REST API serves. */
public final class RestResources {

    private RestResources() {}

    /** Method and template of each resource below a version, in the order in which they decide. */
    public static List<String> all() throws Exception {
        RestOrg org = new RestOrg();
        try {
            return org.servlet.resources();
        } finally {
            org.close();
        }
    }
}
