package org.camelforce.salesforcecc.examples.springboot;

import org.jspecify.annotations.Nullable;

/**
 * A customer as it is in the table.
 *
 * @param number identifies the customer, in the org too
 * @param name the company
 * @param phone its number, or null
 * @param version counts the customer's changes
 */
public record Customer(String number, String name, @Nullable String phone, long version) {}
