package org.camelforce.salesforcecc.examples.springboot;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.jspecify.annotations.Nullable;

/** An account as far as it is a customer; camel-salesforce-maven-plugin generates such classes from an org. */
public class Account extends AbstractSObjectBase {

    private final Customer customer;

    /** @param customer what the account is to be like */
    public Account(Customer customer) {
        this.customer = customer;
        setName(customer.name());
        getAttributes().setType("Account");
    }

    /** @return value of the external id */
    @JsonProperty("Customer_Number__c")
    public String getCustomerNumber() {
        return customer.number();
    }

    /** @return the phone number, or null */
    @JsonProperty("Phone")
    public @Nullable String getPhone() {
        return customer.phone();
    }
}
