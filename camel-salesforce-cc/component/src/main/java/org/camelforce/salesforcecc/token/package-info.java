/** When to log in: one manager per login identity, with single flight, pacing and rejection of tokens. */
@NullMarked
package org.camelforce.salesforcecc.token;

import org.jspecify.annotations.NullMarked;
