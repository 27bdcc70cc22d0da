/** Code that the guide shows. Each piece is run by a test. */
@NullMarked
package org.camelforce.salesforcecc.guide.snippets;

import org.jspecify.annotations.NullMarked;
