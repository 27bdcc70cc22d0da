package org.camelforce.salesforcecc.guide.migrations.after;

import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.camelforce.salesforcecc.SalesforceCcComponent;

/** Where an application gives the component its name. */
public final class Names implements CamelConfiguration {

    @PropertyInject("salesforce.login-url")
    private String loginUrl = "";

    @PropertyInject("salesforce.client-id")
    private String clientId = "";

    @PropertyInject("salesforce.client-secret")
    private String clientSecret = "";

    // tag::bind[]
    @BindToRegistry("salesforce-cc")
    public SalesforceCcComponent salesforce() {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(loginUrl);
        salesforce.setClientId(clientId);
        salesforce.setClientSecret(clientSecret);
        return salesforce;
    }
    // end::bind[]

    @Override
    public void configure(CamelContext context) {}

    /**
     * Adds the component to a context.
     *
     * @param context the context
     * @param salesforce the component
     */
    public static void add(CamelContext context, SalesforceCcComponent salesforce) {
        // tag::add[]
        context.addComponent("salesforce-cc", salesforce);
        // end::add[]
    }

    /**
     * Gives the component the name of Camel's own.
     *
     * @param context the context
     * @param salesforce the component
     */
    public static void keepScheme(CamelContext context, SalesforceCcComponent salesforce) {
        // tag::keep[]
        context.addComponent("salesforce", salesforce);
        // end::keep[]
    }
}
