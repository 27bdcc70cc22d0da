/** What an operator sees of a login: read-only views of the token managers. */
@NullMarked
package org.camelforce.salesforcecc.health;

import org.jspecify.annotations.NullMarked;
