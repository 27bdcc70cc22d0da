/** Finds what in a project still logs in to Salesforce with a username and password or a refresh token. */
@NullMarked
package org.camelforce.salesforcecc.migration;

import org.jspecify.annotations.NullMarked;
