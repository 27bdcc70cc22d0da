package org.camelforce.salesforcecc.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * A change of a file's text.
 *
 * @param start where the replaced text begins
 * @param end where it ends
 * @param shown what stands there in the report
 * @param certain what the program writes there; null if that is for a person to fill in
 */
record Edit(int start, int end, String shown, @Nullable String certain) {}
