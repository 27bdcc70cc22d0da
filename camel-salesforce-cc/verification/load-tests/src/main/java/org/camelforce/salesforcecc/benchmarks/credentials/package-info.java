/** Where key and secret are kept in a rotation drill, and what the operator does there. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.credentials;

import org.jspecify.annotations.NullMarked;
