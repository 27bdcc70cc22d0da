package org.camelforce.salesforcecc.interop;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * Spring Authorization Server on the loopback address at the paths of Salesforce's endpoints, and one resource that
 * wants its tokens.
 */
final class SpringServer implements AutoCloseable {

    private final InMemoryOAuth2AuthorizationService tokens = new InMemoryOAuth2AuthorizationService();
    private final TokenGrants grants = new TokenGrants();
    private final QueryServlet resource = new QueryServlet(this::isActive);
    private final GenericWebApplicationContext context = new GenericWebApplicationContext();
    private final Server server = new Server(0);

    private SpringServer(TokenShape shape) throws Exception {
        context.registerBean(TokenShape.class, () -> shape);
        context.registerBean(TokenGrants.class, () -> grants);
        context.registerBean(InMemoryOAuth2AuthorizationService.class, () -> tokens);
        new AnnotatedBeanDefinitionReader(context).register(ServerConfiguration.class);
        ServletContextHandler handler = new ServletContextHandler();
        context.setServletContext(handler.getServletContext());
        context.refresh();
        Filter security = context.getBean("springSecurityFilterChain", Filter.class);
        EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
        handler.addFilter(new FilterHolder(new OpenRevocation(this::isKnown)), "/services/oauth2/revoke", requests);
        handler.addFilter(new FilterHolder(security), "/services/oauth2/*", requests);
        handler.addServlet(new ServletHolder(resource), "/services/data/*");
        server.setHandler(handler);
        server.start();
    }

    static SpringServer start(TokenShape shape) throws Exception {
        return new SpringServer(shape);
    }

    String url() {
        return "http://localhost:" + ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
    }

    SalesforceCcComponent component() {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(url());
        component.setClientId(ServerConfiguration.CLIENT);
        component.setClientSecret(ServerConfiguration.SECRET);
        return component;
    }

    /** How many tokens were handed out. */
    int granted() {
        return grants.values().size();
    }

    /** The tokens handed out, oldest first. */
    TokenGrants grants() {
        return grants;
    }

    QueryServlet resource() {
        return resource;
    }

    boolean isActive(String token) {
        OAuth2Authorization authorization = tokens.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        return authorization != null && authorization.getAccessToken().isActive();
    }

    /** Ends every session, as an administrator does. */
    void endAll() {
        for (String token : grants.values()) {
            OAuth2Authorization authorization = tokens.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
            if (authorization != null) {
                tokens.remove(authorization);
            }
        }
    }

    private boolean isKnown(String token) {
        return tokens.findByToken(token, OAuth2TokenType.ACCESS_TOKEN) != null;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        context.close();
    }
}
