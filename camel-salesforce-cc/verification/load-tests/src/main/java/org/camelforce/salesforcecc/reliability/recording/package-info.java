/** How a consumer writes down what it does, and stands still to be killed. */
@NullMarked
package org.camelforce.salesforcecc.reliability.recording;

import org.jspecify.annotations.NullMarked;
