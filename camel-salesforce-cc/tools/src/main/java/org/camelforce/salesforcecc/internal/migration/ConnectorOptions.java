package org.camelforce.salesforcecc.internal.migration;

/** The configuration of a Kafka connector for Salesforce. */
final class ConnectorOptions {

    private ConnectorOptions() {}

    /** Whether a key of a connector's configuration belongs to the component or to the login. */
    static boolean isOne(String key) {
        return key.equals("connector.class")
                || Property.of(key).isPresent()
                || key.startsWith("camel.")
                        && LoginOption.of(key.substring(key.lastIndexOf('.') + 1))
                                .isObsolete("");
    }

    static String why(String key) {
        return key.equals("connector.class")
                ? Recognizer.CONNECTOR
                : LoginOption.of(key.substring(key.lastIndexOf('.') + 1)).why();
    }
}
