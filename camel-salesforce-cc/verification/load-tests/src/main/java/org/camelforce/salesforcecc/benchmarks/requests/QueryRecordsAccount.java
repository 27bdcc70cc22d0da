package org.camelforce.salesforcecc.benchmarks.requests;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** A page of records as Camel's generator makes it. */
public final class QueryRecordsAccount extends AbstractQueryRecordsBase<Account> {}
