/** Where positions of event subscriptions are kept: files, a database, or a Camel state repository. */
@NullMarked
package org.camelforce.salesforcecc.events.store;

import org.jspecify.annotations.NullMarked;
