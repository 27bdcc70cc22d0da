/** Commands of Karaf's shell. */
@NullMarked
package org.camelforce.salesforcecc.karaf.shell;

import org.jspecify.annotations.NullMarked;
