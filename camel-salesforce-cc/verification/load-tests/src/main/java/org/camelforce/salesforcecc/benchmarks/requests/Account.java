package org.camelforce.salesforcecc.benchmarks.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.SObjectUrls;
import org.jspecify.annotations.Nullable;

/** A record as Camel's generator makes it, with some fields. */
public final class Account extends AbstractDescribedSObjectBase {

    private static final SObjectDescription DESCRIPTION = described();

    private @Nullable String industry;
    private @Nullable Integer numberOfEmployees;

    /** @return the industry, null if it is not known */
    @JsonProperty("Industry")
    public @Nullable String getIndustry() {
        return industry;
    }

    /** @param industry the industry, null if it is not known */
    @JsonProperty("Industry")
    public void setIndustry(@Nullable String industry) {
        this.industry = industry;
    }

    /** @return how many work there, null if it is not known */
    @JsonProperty("NumberOfEmployees")
    public @Nullable Integer getNumberOfEmployees() {
        return numberOfEmployees;
    }

    /** @param numberOfEmployees how many work there, null if it is not known */
    @JsonProperty("NumberOfEmployees")
    public void setNumberOfEmployees(@Nullable Integer numberOfEmployees) {
        this.numberOfEmployees = numberOfEmployees;
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
