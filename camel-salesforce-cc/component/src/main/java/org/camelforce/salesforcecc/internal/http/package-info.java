/**
 * The component's access token for the endpoints of Camel's HTTP component. Only {@code SalesforceHttpClientConfigurer}
 * and what it uses refer to camel-http and Apache HttpClient, which are optional.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.http;

import org.jspecify.annotations.NullMarked;
