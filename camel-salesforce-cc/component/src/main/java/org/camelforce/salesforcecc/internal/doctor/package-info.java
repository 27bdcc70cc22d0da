/**
 * The doctor's checks, which ask with the requests of {@code internal.oauth} over the transport of
 * {@code internal.connection}, as the component does.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.doctor;

import org.jspecify.annotations.NullMarked;
