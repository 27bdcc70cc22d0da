package org.camelforce.salesforcecc.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;

/** An account as the DTO generator would write it, with few fields. */
public class Account extends AbstractDescribedSObjectBase {

    private String Legacy_Id__c;

    public Account() {
        getAttributes().setType("Account");
    }

    public static Account named(String name) {
        Account account = new Account();
        account.setName(name);
        return account;
    }

    public Account withLegacyId(String legacyId) {
        this.Legacy_Id__c = legacyId;
        return this;
    }

    public Account withId(String id) {
        setId(id);
        return this;
    }

    @JsonProperty("Legacy_Id__c")
    public String getLegacy_Id__c() {
        return Legacy_Id__c;
    }

    @JsonProperty("Legacy_Id__c")
    public void setLegacy_Id__c(String legacyId) {
        this.Legacy_Id__c = legacyId;
    }

    @Override
    public SObjectDescription description() {
        SObjectDescription description = new SObjectDescription();
        description.setName("Account");
        return description;
    }
}
