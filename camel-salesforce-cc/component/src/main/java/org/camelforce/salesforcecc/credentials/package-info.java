/** Where consumer key and secret come from: options, properties, files and folders. */
@NullMarked
package org.camelforce.salesforcecc.credentials;

import org.jspecify.annotations.NullMarked;
