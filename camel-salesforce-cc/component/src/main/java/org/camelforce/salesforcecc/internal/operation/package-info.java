/**
 * What Camel's operations ask the org, and what its answers mean. An
 * {@link org.camelforce.salesforcecc.internal.operation.Operation} makes a request of an exchange and reads the answer;
 * the packages below have one class for each. It reads options, headers and body by
 * {@link org.camelforce.salesforcecc.internal.operation.OperationParameters} and writes URLs by
 * {@link org.camelforce.salesforcecc.internal.operation.Target}, which check what they are given.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.operation;

import org.jspecify.annotations.NullMarked;
