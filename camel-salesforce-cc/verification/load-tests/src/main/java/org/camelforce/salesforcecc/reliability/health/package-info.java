/** What a component's health checks say, and what is true. */
@NullMarked
package org.camelforce.salesforcecc.reliability.health;

import org.jspecify.annotations.NullMarked;
