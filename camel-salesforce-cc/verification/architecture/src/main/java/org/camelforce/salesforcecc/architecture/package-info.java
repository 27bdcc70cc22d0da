/**
 * Rules of architecture that several modules hold, what a module's API is, how long tests wait, and sections of pages
 * that tests make.
 */
@NullMarked
package org.camelforce.salesforcecc.architecture;

import org.jspecify.annotations.NullMarked;
