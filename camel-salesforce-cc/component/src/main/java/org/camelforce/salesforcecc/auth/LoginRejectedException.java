package org.camelforce.salesforcecc.auth;

import org.camelforce.salesforcecc.internal.text.OutsideText;

/**
 * Salesforce refuses the login: the same request will be refused again until someone changes a setting. The message
 * names the refusal and the {@linkplain RejectionReason#remedy() remedy}.
 */
public final class LoginRejectedException extends LoginException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final String refusal;

    /**
     * @param reason why
     * @param refusal what Salesforce said, without token or secret
     * @param statusCode HTTP status of the answer, 0 if there was none
     */
    public LoginRejectedException(RejectionReason reason, String refusal, int statusCode) {
        super(refusal + ". " + reason.remedy(), statusCode, null);
        this.reason = reason;
        this.refusal = OutsideText.oneLine(refusal);
    }

    /** @return why */
    public RejectionReason reason() {
        return reason;
    }

    /** @return what Salesforce said, without the remedy */
    public String refusal() {
        return refusal;
    }
}
