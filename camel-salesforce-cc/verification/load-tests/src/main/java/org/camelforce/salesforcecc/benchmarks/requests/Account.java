package org.camelforce.salesforcecc.benchmarks.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.SObjectUrls;
import org.jspecify.annotations.Nullable;

/** A record as Camel's generator makes it: fields have the names that they have in Salesforce. */
public final class Account extends AbstractDescribedSObjectBase {

    private static final SObjectDescription DESCRIPTION = described();

    private @Nullable String Industry;
    private @Nullable Integer NumberOfEmployees;

    /** @return the industry, null if it is not known */
    @JsonProperty("Industry")
    public @Nullable String getIndustry() {
        return Industry;
    }

    /** @param industry the industry, null if it is not known */
    @JsonProperty("Industry")
    public void setIndustry(@Nullable String industry) {
        this.Industry = industry;
    }

    /** @return how many work there, null if it is not known */
    @JsonProperty("NumberOfEmployees")
    public @Nullable Integer getNumberOfEmployees() {
        return NumberOfEmployees;
    }

    /** @param numberOfEmployees how many work there, null if it is not known */
    @JsonProperty("NumberOfEmployees")
    public void setNumberOfEmployees(@Nullable Integer numberOfEmployees) {
        this.NumberOfEmployees = numberOfEmployees;
    }

    @Override
    public SObjectDescription description() {
        return DESCRIPTION;
    }

    private static SObjectDescription described() {
        SObjectUrls urls = new SObjectUrls();
        urls.setSobject("/services/data/v56.0/sobjects/Account");
        SObjectDescription description = new SObjectDescription();
        description.setName("Account");
        description.setUrls(urls);
        return description;
    }
}
