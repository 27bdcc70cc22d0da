/**
 * Replay positions: {@link org.camelforce.salesforcecc.replay.ReplayStore} keeps how far a subscription has come, in
 * files, in a database or in a Camel state repository. Implement it to keep positions elsewhere.
 */
@NullMarked
package org.camelforce.salesforcecc.replay;

import org.jspecify.annotations.NullMarked;
