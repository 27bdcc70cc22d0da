/** What the tests of several modules need: a key for localhost, and what is logged. */
@NullMarked
package org.camelforce.salesforcecc.test.support;

import org.jspecify.annotations.NullMarked;
