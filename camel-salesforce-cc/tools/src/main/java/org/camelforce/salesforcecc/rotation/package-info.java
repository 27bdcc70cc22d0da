/**
 * Replaces the consumer key and secret of an External Client App without a moment in which neither pair works.
 * {@link org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation} runs the steps, and a
 * {@link org.camelforce.salesforcecc.rotation.CredentialsWriter} writes the new pair to where the component reads it.
 */
@NullMarked
package org.camelforce.salesforcecc.rotation;

import org.jspecify.annotations.NullMarked;
