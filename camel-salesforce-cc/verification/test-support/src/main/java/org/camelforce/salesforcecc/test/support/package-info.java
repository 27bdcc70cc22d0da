/** What the tests of several modules need: a key for localhost, what is logged, and the JVM of other processes. */
@NullMarked
package org.camelforce.salesforcecc.test.support;

import org.jspecify.annotations.NullMarked;
