package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;

public final class Account extends AbstractSObjectBase {}
