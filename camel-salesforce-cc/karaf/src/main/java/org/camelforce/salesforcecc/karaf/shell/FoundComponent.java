package org.camelforce.salesforcecc.karaf.shell;

import org.camelforce.salesforcecc.SalesforceCcComponent;

/**
 * A component and where it is.
 *
 * @param context name of the Camel context
 * @param name the component's name there
 * @param component the component
 */
record FoundComponent(String context, String name, SalesforceCcComponent component) {

    /** What people call it by. */
    String title() {
        return context + "/" + name;
    }
}
