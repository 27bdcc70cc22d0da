package org.camelforce.salesforcecc.examples.quickstart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.jspecify.annotations.Nullable;

/** An account as far as the tour needs it; camel-salesforce-maven-plugin generates such classes from an org. */
public class Account extends AbstractSObjectBase {

    private @Nullable String legacyId;

    /** Used by Jackson. */
    public Account() {}

    /**
     * @param legacyId value of the external id
     * @param name the account's name
     */
    public Account(String legacyId, String name) {
        this.legacyId = legacyId;
        setName(name);
    }

    /** @return value of the external id */
    @JsonProperty("Legacy_Id__c")
    public @Nullable String getLegacy_Id__c() {
        return legacyId;
    }

    /** @param legacyId value of the external id */
    @JsonProperty("Legacy_Id__c")
    public void setLegacy_Id__c(@Nullable String legacyId) {
        this.legacyId = legacyId;
    }
}
