/**
 * The doctor: {@link org.camelforce.salesforcecc.doctor.SalesforceCcDoctor} checks, one step after the other, whether
 * an org can be used with the given settings. Its {@link org.camelforce.salesforcecc.doctor.DoctorReport} says what to
 * change and where.
 */
@NullMarked
package org.camelforce.salesforcecc.doctor;

import org.jspecify.annotations.NullMarked;
