package org.camelforce.salesforcecc.examples.quickstart;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;

public class TwoOrgs {

    public static void addSecondOrg(CamelContext context, String loginUrl, String clientId, String clientSecret) {
        SalesforceCcComponent asia = new SalesforceCcComponent();
        asia.setLoginUrl(loginUrl);
        asia.setClientId(clientId);
        asia.setClientSecret(clientSecret);
        context.addComponent("asia", asia);
    }
}
