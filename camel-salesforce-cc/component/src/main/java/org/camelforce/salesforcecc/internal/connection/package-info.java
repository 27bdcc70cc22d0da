/** Connections to Salesforce: HTTP/2 over TLS, proxies, origins, and which channels are open. */
@NullMarked
package org.camelforce.salesforcecc.internal.connection;

import org.jspecify.annotations.NullMarked;
