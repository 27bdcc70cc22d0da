package org.camelforce.salesforcecc.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;

/** An account with its contacts, as the DTO generator would write it with child relationships. */
public class AccountWithContacts extends AbstractDescribedSObjectBase {

    private QueryRecordsContact Contacts;

    public AccountWithContacts() {
        getAttributes().setType("Account");
    }

    @JsonProperty("Contacts")
    public QueryRecordsContact getContacts() {
        return Contacts;
    }

    @JsonProperty("Contacts")
    public void setContacts(QueryRecordsContact contacts) {
        this.Contacts = contacts;
    }

    @Override
    public SObjectDescription description() {
        SObjectDescription description = new SObjectDescription();
        description.setName("Account");
        return description;
    }
}
