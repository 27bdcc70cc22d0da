/** How connections to Salesforce are made: HTTP/2 over TLS, and through a proxy. */
@NullMarked
package org.camelforce.salesforcecc.connection;

import org.jspecify.annotations.NullMarked;
