/** The component in Apache Karaf: configured by Config Admin, looked after from the shell. */
@NullMarked
package org.camelforce.salesforcecc.karaf;

import org.jspecify.annotations.NullMarked;
