/** Puts code that the build runs into Markdown files, and looks after their links. */
@NullMarked
package org.camelforce.salesforcecc.guide;

import org.jspecify.annotations.NullMarked;
