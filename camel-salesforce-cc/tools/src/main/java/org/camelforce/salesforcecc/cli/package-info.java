/** The program: examines an org's login, and scans projects. */
@NullMarked
package org.camelforce.salesforcecc.cli;

import org.jspecify.annotations.NullMarked;
