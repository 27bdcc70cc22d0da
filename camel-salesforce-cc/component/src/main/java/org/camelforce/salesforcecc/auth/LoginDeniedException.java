package org.camelforce.salesforcecc.auth;

import org.camelforce.salesforcecc.internal.text.OutsideText;

/**
 * Salesforce denies the login: the same login will be denied again until someone changes a setting. The message says
 * why and names the {@linkplain DenialReason#remedy() remedy}.
 *
 * @serial exclude
 */
public final class LoginDeniedException extends LoginException {

    private static final long serialVersionUID = 1L;

    private final DenialReason reason;
    private final String denial;

    /**
     * @param reason why
     * @param denial what Salesforce said, without token or secret
     * @param statusCode HTTP status of the answer, 0 if there was none
     */
    public LoginDeniedException(DenialReason reason, String denial, int statusCode) {
        super(denial + ". " + reason.remedy(), statusCode, null);
        this.reason = reason;
        this.denial = OutsideText.oneLine(denial);
    }

    /** @return why */
    public DenialReason reason() {
        return reason;
    }

    /** @return what Salesforce said, without the remedy */
    public String denial() {
        return denial;
    }
}
