package org.camelforce.salesforcecc;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.camelforce.salesforcecc.internal.http.ApiConnection;
import org.camelforce.salesforcecc.internal.http.SalesforceHttpClientConfigurer;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the configurer that gives {@code http} and {@code https} endpoints a component's token, if camel-http is there.
 * The component's name decides the bean's: {@code salesforceCc} for {@code salesforce-cc}, {@code asiaHttp} for
 * {@code asia}. It is bound as soon as the name is known, and before routes look it up: when the component is added to
 * the context, or when the context initializes and the component is a bean that no endpoint has asked for yet.
 */
final class HttpBinding extends LifecycleStrategySupport {

    private static final Logger LOG = LoggerFactory.getLogger(HttpBinding.class);
    private static final String CAMEL_HTTP = "org.apache.camel.component.http.HttpClientConfigurer";

    private final SalesforceCcManagement component;
    private volatile @Nullable Opened opened;

    private record Opened(SalesforceConnection of, ApiConnection connection) {}

    private HttpBinding(SalesforceCcManagement component) {
        this.component = component;
    }

    /** Does nothing without camel-http on the class path, nor the second time. */
    static void prepare(SalesforceCcManagement component, CamelContext context) {
        boolean prepared = context.getLifecycleStrategies().stream().anyMatch(strategy -> isFor(component, strategy));
        if (!prepared && context.getClassResolver().resolveClass(CAMEL_HTTP) != null) {
            context.addLifecycleStrategy(new HttpBinding(component));
        }
    }

    /** For a component that has a context and is never added to it. */
    static void forget(SalesforceCcManagement component, CamelContext context) {
        context.getLifecycleStrategies().removeIf(strategy -> isFor(component, strategy));
    }

    private static boolean isFor(SalesforceCcManagement component, LifecycleStrategy strategy) {
        return strategy instanceof HttpBinding binding && binding.component == component;
    }

    @Override
    public void onComponentAdd(String name, Component added) {
        if (added == component) {
            bind(name);
            component.getCamelContext().getLifecycleStrategies().remove(this);
        }
    }

    @Override
    public void onContextInitializing(CamelContext context) {
        context.getRegistry().findByTypeWithName(SalesforceCcManagement.class).forEach((name, bean) -> {
            if (bean == component) {
                bind(name);
            }
        });
    }

    private void bind(String name) {
        String beanName = name.equals("salesforce-cc") ? "salesforceCc" : name + "Http";
        CamelContext context = component.getCamelContext();
        Object present = context.getRegistry().lookupByName(beanName);
        if (present == null) {
            context.getRegistry().bind(beanName, new SalesforceHttpClientConfigurer(() -> connection(context, name)));
        } else if (!(present instanceof SalesforceHttpClientConfigurer)) {
            LOG.info(
                    "The registry has a bean {} of type {} already, so HTTP and HTTPS endpoints cannot use the token of"
                            + " component {} by that name",
                    beanName,
                    present.getClass().getName(),
                    name);
        }
    }

    /** The connection that is open now. A component that no endpoint has asked for is started with the context. */
    private @Nullable ApiConnection connection(CamelContext context, String name) {
        if (!(context.getComponent(name) instanceof SalesforceCcManagement component)) {
            return null;
        }
        SalesforceConnection open = component.connectionOrNull();
        if (open == null) {
            return null;
        }
        Opened known = opened;
        if (known == null || known.of() != open) {
            known = new Opened(open, connection(component, open.orgLogin()));
            opened = known;
        }
        return known.connection();
    }

    private static ApiConnection connection(SalesforceCcManagement component, OrgLogin login) {
        boolean anywhere = component.getAuthenticationStrategy() != null;
        TrustedHosts trusted = LoginOptions.trustedHosts(component.getAllowedHosts());
        return new ApiConnection(
                login.tokens(), login::instanceUrlOf, url -> anywhere || trusted.trusts(url), login.timeoutMillis());
    }
}
