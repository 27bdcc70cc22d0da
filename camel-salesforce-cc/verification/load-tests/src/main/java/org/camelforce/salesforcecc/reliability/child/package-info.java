/** The process that consumes events and gets killed. */
@NullMarked
package org.camelforce.salesforcecc.reliability.child;

import org.jspecify.annotations.NullMarked;
