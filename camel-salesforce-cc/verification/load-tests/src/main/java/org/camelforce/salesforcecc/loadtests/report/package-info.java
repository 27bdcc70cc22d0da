/** How scenarios print what they found. */
@NullMarked
package org.camelforce.salesforcecc.loadtests.report;

import org.jspecify.annotations.NullMarked;
