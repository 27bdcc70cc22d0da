package org.camelforce.salesforcecc.migration;

import org.jspecify.annotations.Nullable;

/** A line of a file that has to change, or that has to if the project logs in with a password at all. */
record Hit(Kind kind, int line, String found, @Nullable String instead, String why) {

    enum Kind {
        /** Says with which user, password or refresh token the component logs in. */
        CREDENTIAL,
        /** Uses one of Camel's Kamelets for Salesforce, none of which can log in otherwise. */
        KAMELET,
        /** Names a message header as older versions of Camel did. */
        HEADER,
        /** Belongs to the component that has to be replaced; matters only where there is a {@link #CREDENTIAL}. */
        CONSEQUENCE
    }
}
