/** Requests to Salesforce: why the component does not send one. */
@NullMarked
package org.camelforce.salesforcecc.request;

import org.jspecify.annotations.NullMarked;
