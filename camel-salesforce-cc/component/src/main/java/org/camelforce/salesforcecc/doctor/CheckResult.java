package org.camelforce.salesforcecc.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found. No text of it contains a token or secret.
 *
 * @param name which check
 * @param status how it ended
 * @param seen what it saw
 * @param remedy the option, or the Salesforce setup page and field, to change; null if nothing need be changed
 * @param dependsOn the check that has to pass before this one can be made; null unless it was skipped for that reason
 */
public record CheckResult(
        CheckName name, CheckStatus status, String seen, @Nullable String remedy, @Nullable CheckName dependsOn) {}
