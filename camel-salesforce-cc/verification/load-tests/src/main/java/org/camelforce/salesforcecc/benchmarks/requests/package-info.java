/**
 * What one request costs: CPU, allocation, throughput and latency of {@code salesforce-cc} beside {@code salesforce}
 * and Jetty's HTTP client alone.
 */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
