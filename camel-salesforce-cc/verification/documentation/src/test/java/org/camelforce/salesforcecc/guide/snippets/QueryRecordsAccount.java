package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

public final class QueryRecordsAccount extends AbstractQueryRecordsBase<Account> {}
