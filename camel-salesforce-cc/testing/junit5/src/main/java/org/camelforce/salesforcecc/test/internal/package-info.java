/** What makes simulators known to Spring's tests. */
@NullMarked
package org.camelforce.salesforcecc.test.internal;

import org.jspecify.annotations.NullMarked;
