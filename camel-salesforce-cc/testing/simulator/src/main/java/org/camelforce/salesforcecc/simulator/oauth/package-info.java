/** The org as an administrator sees it: the connected app and its credentials, users, sessions and logins. */
@NullMarked
package org.camelforce.salesforcecc.simulator.oauth;

import org.jspecify.annotations.NullMarked;
