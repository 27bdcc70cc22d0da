/** Files that survive the end of the process and a power failure. Depends on no other package of the component. */
@NullMarked
package org.camelforce.salesforcecc.internal.files;

import org.jspecify.annotations.NullMarked;
