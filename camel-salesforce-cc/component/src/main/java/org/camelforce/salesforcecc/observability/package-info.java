/** The stable names of meters, their tags, and log events. Dashboards and alerts can rely on them. */
@NullMarked
package org.camelforce.salesforcecc.observability;

import org.jspecify.annotations.NullMarked;
