/**
 * Text that others have written, and how it can be shown: fingerprints, record ids, and messages without secrets.
 * Depends on no other package of the component.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.text;

import org.jspecify.annotations.NullMarked;
