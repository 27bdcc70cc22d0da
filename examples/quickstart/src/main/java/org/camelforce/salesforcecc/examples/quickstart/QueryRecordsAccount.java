package org.camelforce.salesforcecc.examples.quickstart;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** A page of a query for accounts. */
public class QueryRecordsAccount extends AbstractQueryRecordsBase<Account> {

    /** Used by Jackson. */
    public QueryRecordsAccount() {}
}
