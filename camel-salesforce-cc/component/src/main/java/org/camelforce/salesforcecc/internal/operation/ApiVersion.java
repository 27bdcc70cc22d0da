package org.camelforce.salesforcecc.internal.operation;

import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/** Option {@code apiVersion}, which people write as {@code 62.0}, {@code 62}, {@code v62} or {@code v62.0}. */
public final class ApiVersion {

    private ApiVersion() {}

    /**
     * Writes option {@code apiVersion} as URLs need it.
     *
     * @param options has the option
     * @throws IllegalArgumentException if it is no version; the message names the option
     */
    public static void normalize(SalesforceEndpointConfig options) {
        String version = options.getApiVersion();
        if (version == null) {
            return;
        }
        String written = Rule.API_VERSION.written(version);
        if (written == null) {
            throw new IllegalArgumentException(
                    "Option apiVersion must be " + Rule.API_VERSION.description() + ", but is " + version);
        }
        options.setApiVersion(written);
    }
}
