/**
 * How a request to the org travels. {@link org.camelforce.salesforcecc.internal.request.ApiClient} sends an
 * {@link org.camelforce.salesforcecc.internal.request.ApiRequest} with the token in use to the org's instance, and
 * repeats it once when the token is rejected. It knows nothing of operations and of Camel's exchanges.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.request;

import org.jspecify.annotations.NullMarked;
