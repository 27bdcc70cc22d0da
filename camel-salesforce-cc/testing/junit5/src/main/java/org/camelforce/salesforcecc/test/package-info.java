/** A local Salesforce org for JUnit 5 tests. */
@NullMarked
package org.camelforce.salesforcecc.test;

import org.jspecify.annotations.NullMarked;
