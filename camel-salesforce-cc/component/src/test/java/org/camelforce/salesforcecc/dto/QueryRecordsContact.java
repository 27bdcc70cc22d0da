package org.camelforce.salesforcecc.dto;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** Contacts as the DTO generator would write them. */
public class QueryRecordsContact extends AbstractQueryRecordsBase<Contact> {}
