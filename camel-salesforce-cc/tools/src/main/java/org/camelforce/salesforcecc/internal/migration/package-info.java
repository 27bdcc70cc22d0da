/** Finds what in a project belongs to another login to Salesforce, and to the component that is replaced. */
@NullMarked
package org.camelforce.salesforcecc.internal.migration;

import org.jspecify.annotations.NullMarked;
