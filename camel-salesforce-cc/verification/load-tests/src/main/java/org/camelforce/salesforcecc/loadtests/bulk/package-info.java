/** Loads and queries of many rows by Bulk API 2.0. */
@NullMarked
package org.camelforce.salesforcecc.loadtests.bulk;

import org.jspecify.annotations.NullMarked;
