/** How credentials are written in options, properties and files. */
@NullMarked
package org.camelforce.salesforcecc.internal.credentials;

import org.jspecify.annotations.NullMarked;
