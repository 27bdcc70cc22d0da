package org.camelforce.salesforcecc.examples.quickstart;

import java.util.Map;
import java.util.Optional;

/** What to create in an org that lacks something that the tour needs. */
final class SetupHelp {

    private static final Map<String, String> BY_NAME = Map.of(
            "Legacy_Id__c",
            "The org needs the field Legacy_Id__c on Account: Setup > Object Manager > Account > Fields & Relationships >"
                    + " New, type Text, length 20, External ID and Unique checked, visible and editable for the Run As user.",
            "Order_Placed__e",
            "The org needs the platform event Order_Placed__e: Setup > Platform Events > New Platform Event, with the field"
                    + " Order_Number__c of type Text, length 20; the Run As user needs Read and Create on it.",
            "AccountChangeEvent",
            "The org must publish account changes: Setup > Change Data Capture, select Account; the Run As user needs View"
                    + " All on Account.");

    private SetupHelp() {}

    /**
     * @param message why the tour failed
     * @return what to do about it, if something in the org is missing
     */
    static Optional<String> forFailure(String message) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
