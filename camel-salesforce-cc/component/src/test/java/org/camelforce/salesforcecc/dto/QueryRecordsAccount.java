package org.camelforce.salesforcecc.dto;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** A page of accounts as the DTO generator would write it. */
public class QueryRecordsAccount extends AbstractQueryRecordsBase<Account> {}
