@org.jspecify.annotations.NullMarked
package org.camelforce.salesforcecc.guide.migrations.after;
