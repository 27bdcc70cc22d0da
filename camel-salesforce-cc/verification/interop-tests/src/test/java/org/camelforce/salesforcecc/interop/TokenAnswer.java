package org.camelforce.salesforcecc.interop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.DefaultOAuth2AccessTokenResponseMapConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Writes Spring's token response with what Salesforce adds and, if so wanted, leaves out. */
final class TokenAnswer implements AuthenticationSuccessHandler {

    static final String ORG = "00D000000000001AAA";
    static final String USER = "005000000000001AAA";

    private final TokenGrants grants;
    private final OAuth2AccessTokenResponseHttpMessageConverter json =
            new OAuth2AccessTokenResponseHttpMessageConverter();

    TokenAnswer(TokenShape shape, TokenGrants grants) {
        this.grants = grants;
        DefaultOAuth2AccessTokenResponseMapConverter fields = new DefaultOAuth2AccessTokenResponseMapConverter();
        json.setAccessTokenResponseParametersConverter(response -> {
            Map<String, Object> written = new HashMap<>(fields.convert(response));
            if (!shape.expiresIn()) {
                written.remove(OAuth2ParameterNames.EXPIRES_IN);
            }
            return written;
        });
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AccessToken token = ((OAuth2AccessTokenAuthenticationToken) authentication).getAccessToken();
        grants.add(token.getTokenValue());
        String url = "http://localhost:" + request.getServerPort();
        OAuth2AccessTokenResponse answer = OAuth2AccessTokenResponse.withToken(token.getTokenValue())
                .tokenType(token.getTokenType())
                .expiresIn(Duration.between(token.getIssuedAt(), token.getExpiresAt())
                        .toSeconds())
                .additionalParameters(Map.of("instance_url", url, "id", url + "/id/" + ORG + "/" + USER))
                .build();
        json.write(answer, null, new ServletServerHttpResponse(response));
    }
}
