/**
 * Credentials in options, files and folders, and the option group {@code next.*} for the pair that a rotation has
 * staged.
 */
@NullMarked
package org.camelforce.salesforcecc.credentials;

import org.jspecify.annotations.NullMarked;
