package org.camelforce.salesforcecc.interop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;

/** Two clients, and Salesforce's paths. */
@Configuration
@EnableWebSecurity
class ServerConfiguration {

    static final String CLIENT = "integration";
    static final String SECRET = "7Fjfp0ZBr1KtDRbnfVdmIw";
    static final String CLIENT_OF_ANOTHER_FLOW = "browser";
    static final String SECRET_OF_ANOTHER_FLOW = "ZpXZmR9aYwVvD0Wk3hTq1A";

    /** Of all servers: it takes long to find one. */
    private static final RSAKey KEY = key();

    @Bean
    SecurityFilterChain endpoints(HttpSecurity http, TokenShape shape, TokenGrants grants) throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        settings -> settings.tokenEndpoint(
                                endpoint -> endpoint.accessTokenResponseHandler(new TokenAnswer(shape, grants))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(TokenShape shape) {
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenFormat(shape.format())
                .accessTokenTimeToLive(shape.life())
                .build();
        return new InMemoryRegisteredClientRepository(
                client(CLIENT, SECRET)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(tokens)
                        .build(),
                client(CLIENT_OF_ANOTHER_FLOW, SECRET_OF_ANOTHER_FLOW)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("https://acme.example.com/callback")
                        .build());
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(KEY));
    }

    @Bean
    AuthorizationServerSettings paths() {
        return AuthorizationServerSettings.builder()
                .tokenEndpoint("/services/oauth2/token")
                .tokenIntrospectionEndpoint("/services/oauth2/introspect")
                .tokenRevocationEndpoint("/services/oauth2/revoke")
                .build();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
