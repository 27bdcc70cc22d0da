package org.camelforce.salesforcecc;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.spi.BeanIntrospection;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.camelforce.salesforcecc.credentials.NextCredentials;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** Options that are to be verified, on top of those of a component, which they do not change. */
final class VerifiedOptions {

    private static final SalesforceCcComponentConfigurer CONFIGURER = new SalesforceCcComponentConfigurer();

    private VerifiedOptions() {}

    /**
     * @param made a component for the context, without options
     * @param own the component whose options hold where there is no parameter, or null
     * @return that component with these options, which is not started
     */
    static SalesforceCcManagement on(
            SalesforceCcManagement made, @Nullable SalesforceCcManagement own, Map<String, Object> parameters) {
        CamelContext context = made.getCamelContext();
        HttpBinding.forget(made, context);
        if (own != null) {
            copy(own, made);
        }
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(made)
                .withConfigurer(CONFIGURER)
                .withProperties(new HashMap<>(parameters))
                .withRemoveParameters(false)
                .bind();
        return made;
    }

    private static void copy(SalesforceCcManagement from, SalesforceCcManagement to) {
        Map<String, Object> options = new HashMap<>();
        PluginHelper.getBeanIntrospection(from.getCamelContext()).getProperties(from, options, null, false);
        options.forEach((name, value) -> CONFIGURER.configure(to.getCamelContext(), to, name, value, false));
        to.setLoginConfig(from.userLoginConfig());
        SalesforceEndpointConfig config = from.getConfig();
        to.setConfig(config == null ? null : config.copy());
        NextCredentials next = new NextCredentials();
        next.setClientId(from.getNext().getClientId());
        next.setClientSecret(from.getNext().getClientSecret());
        to.setNext(next);
        to.setTokenPolicy(copy(from.getTokenPolicy(), from.getCamelContext()));
    }

    private static TokenPolicy copy(TokenPolicy from, CamelContext context) {
        TokenPolicy to = new TokenPolicy();
        BeanIntrospection beans = PluginHelper.getBeanIntrospection(context);
        Map<String, Object> values = new HashMap<>();
        beans.getProperties(from, values, null, false);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            try {
                beans.setProperty(context, to, value.getKey(), value.getValue());
            } catch (Exception e) {
                throw new IllegalStateException("A token policy cannot be copied", e);
            }
        }
        return to;
    }
}
