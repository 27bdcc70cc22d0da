/** Connected app, Run As user, sessions and the OAuth endpoints. */
@NullMarked
package org.camelforce.salesforcecc.simulator.oauth;

import org.jspecify.annotations.NullMarked;
