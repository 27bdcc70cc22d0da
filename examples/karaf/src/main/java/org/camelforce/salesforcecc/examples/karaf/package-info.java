/** A bundle of routes for Apache Karaf. */
@NullMarked
package org.camelforce.salesforcecc.examples.karaf;

import org.jspecify.annotations.NullMarked;
