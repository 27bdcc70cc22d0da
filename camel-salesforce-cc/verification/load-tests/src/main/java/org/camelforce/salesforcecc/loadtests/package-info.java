/** The program with all scenarios. */
@NullMarked
package org.camelforce.salesforcecc.loadtests;

import org.jspecify.annotations.NullMarked;
