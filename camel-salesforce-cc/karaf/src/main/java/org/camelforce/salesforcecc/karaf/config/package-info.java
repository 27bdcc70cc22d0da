/** Components as Config Admin's configurations describe them. */
@NullMarked
package org.camelforce.salesforcecc.karaf.config;

import org.jspecify.annotations.NullMarked;
