/** The dashboard as its file has it. */
@NullMarked
package org.camelforce.salesforcecc.operations.dashboard;

import org.jspecify.annotations.NullMarked;
