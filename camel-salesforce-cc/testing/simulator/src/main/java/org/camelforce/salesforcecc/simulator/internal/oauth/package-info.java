/** The OAuth endpoints, and the app, users and sessions that they work on. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.oauth;

import org.jspecify.annotations.NullMarked;
