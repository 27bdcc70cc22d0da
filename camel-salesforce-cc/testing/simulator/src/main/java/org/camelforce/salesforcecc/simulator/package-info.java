/** A local Salesforce org: the library's entry point and its time. */
@NullMarked
package org.camelforce.salesforcecc.simulator;

import org.jspecify.annotations.NullMarked;
