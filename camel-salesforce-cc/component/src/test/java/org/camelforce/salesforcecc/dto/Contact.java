package org.camelforce.salesforcecc.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;

/** A contact as the DTO generator would write it, with few fields. */
public class Contact extends AbstractDescribedSObjectBase {

    private String LastName;

    public Contact() {
        getAttributes().setType("Contact");
    }

    @JsonProperty("LastName")
    public String getLastName() {
        return LastName;
    }

    @JsonProperty("LastName")
    public void setLastName(String lastName) {
        this.LastName = lastName;
    }

    @Override
    public SObjectDescription description() {
        SObjectDescription description = new SObjectDescription();
        description.setName("Contact");
        return description;
    }
}
