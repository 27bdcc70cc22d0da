/** Files that survive the end of a process and of the machine's power. Nothing of ours is needed here. */
@NullMarked
package org.camelforce.salesforcecc.files;

import org.jspecify.annotations.NullMarked;
