/** Examines, one step after the other, whether an org can be used with given settings, and says what to change. */
@NullMarked
package org.camelforce.salesforcecc.doctor;

import org.jspecify.annotations.NullMarked;
