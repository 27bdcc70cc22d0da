/** The page of the libraries that the published modules bring. */
@NullMarked
package org.camelforce.salesforcecc.dependencies;

import org.jspecify.annotations.NullMarked;
