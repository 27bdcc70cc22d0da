/** What the way of a token costs on this machine, with one version of the component or with two in turns. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.tokenpath;

import org.jspecify.annotations.NullMarked;
