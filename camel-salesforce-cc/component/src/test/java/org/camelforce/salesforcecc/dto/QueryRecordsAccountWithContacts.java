package org.camelforce.salesforcecc.dto;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** A page of accounts with their contacts. */
public class QueryRecordsAccountWithContacts extends AbstractQueryRecordsBase<AccountWithContacts> {}
