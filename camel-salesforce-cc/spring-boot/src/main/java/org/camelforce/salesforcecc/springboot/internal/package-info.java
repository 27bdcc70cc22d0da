/** What the starters share, and what they report when an application has the wrong one. */
@NullMarked
package org.camelforce.salesforcecc.springboot.internal;

import org.jspecify.annotations.NullMarked;
