/** Small applications before and after the move from {@code salesforce:}, which the page about it shows. */
@org.jspecify.annotations.NullMarked
package org.camelforce.salesforcecc.guide.migrations;
