/** Texts that others have written. Nothing of ours is needed here. */
@NullMarked
package org.camelforce.salesforcecc.text;

import org.jspecify.annotations.NullMarked;
