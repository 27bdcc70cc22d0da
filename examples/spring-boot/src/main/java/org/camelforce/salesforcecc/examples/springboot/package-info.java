/** A service that keeps a table of customers and the accounts of an org alike. */
@NullMarked
package org.camelforce.salesforcecc.examples.springboot;

import org.jspecify.annotations.NullMarked;
