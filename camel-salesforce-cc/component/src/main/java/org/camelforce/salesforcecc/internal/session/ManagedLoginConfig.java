package org.camelforce.salesforcecc.internal.session;

import java.util.function.BooleanSupplier;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.jspecify.annotations.Nullable;

/**
 * The login configuration that upstream sees. It is lazy as long as there is no token: upstream then neither logs in by
 * itself when it starts nor fails to start while Salesforce is away, and once there is a token it lets consumers start.
 * It holds neither key nor secret, because upstream has no use for them.
 */
public final class ManagedLoginConfig extends SalesforceLoginConfig {

    private final BooleanSupplier loggedIn;

    /**
     * @param loginUrl the org's My Domain
     * @param instanceUrl overrides the instance URL of the token response, or null
     * @param loggedIn whether there is a token
     */
    public ManagedLoginConfig(@Nullable LoginUrl loginUrl, @Nullable String instanceUrl, BooleanSupplier loggedIn) {
        this.loggedIn = loggedIn;
        setType(AuthenticationType.CLIENT_CREDENTIALS);
        setLoginUrl(loginUrl == null ? null : loginUrl.toString());
        setInstanceUrl(instanceUrl);
    }

    @Override
    public boolean isLazyLogin() {
        // null while the superclass is being constructed
        return loggedIn == null || !loggedIn.getAsBoolean();
    }

    /** Nothing to validate: the component has done so with messages of its own. */
    @Override
    public void validate() {}

    @Override
    public String toString() {
        return "ManagedLoginConfig[loginUrl=" + getLoginUrl() + "]";
    }
}
