package org.camelforce.salesforcecc;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.component.extension.verifier.DefaultComponentVerifierExtension;
import org.apache.camel.component.extension.verifier.ResultBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginUrl;
import org.camelforce.salesforcecc.auth.RejectionReason;
import org.camelforce.salesforcecc.auth.TrustedHosts;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckResult;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.jspecify.annotations.Nullable;

/**
 * Verifies options before a component is started (Camel manual, "Component Verifier"). Scope {@code PARAMETERS} looks
 * at the options alone; scope {@code CONNECTIVITY} lets a {@link SalesforceCcDoctor} examine the org, which logs in. An
 * option that is not among the parameters is the component's. Each error has the detail {@value #REMEDY}.
 */
public final class SalesforceCcVerifierExtension extends DefaultComponentVerifierExtension {

    /** Name of the detail that says which option, or setup page and field, to change. */
    public static final String REMEDY = "remedy";

    private static final Set<CheckName> AUTHENTICATION =
            EnumSet.of(CheckName.CREDENTIALS, CheckName.FLOW, CheckName.RUN_AS_USER, CheckName.SCOPES);
    private static final List<String> OTHER_FLOWS =
            List.of("userName", "password", "refreshToken", "keystore", "jwtAudience");

    /** Creates the extension; component and context are set when it is asked for. */
    public SalesforceCcVerifierExtension() {
        super("salesforce-cc");
    }

    @Override
    protected Result verifyParameters(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.PARAMETERS);
        OTHER_FLOWS.stream()
                .filter(name -> parameters.get(name) != null)
                .forEach(name -> result.error(ResultErrorBuilder.withCodeAndDescription(
                                VerificationError.StandardCode.ILLEGAL_PARAMETER,
                                "Option " + name + " belongs to another login flow")
                        .parameterKey(name)
                        .detail(REMEDY, "Remove option " + name + ".")
                        .build()));
        if (has(parameters, "authenticationStrategy", SalesforceCcComponent::getAuthenticationStrategy)) {
            return result.build();
        }
        require(result, "clientId", clientId(parameters));
        require(result, "clientSecret", clientSecret(parameters));
        String loginUrl = loginUrl(parameters);
        require(result, "loginUrl", loginUrl);
        if (loginUrl != null) {
            verifyForm(result, loginUrl, TrustedHosts.and(allowedHosts(parameters)));
        }
        return result.build();
    }

    @Override
    protected Result verifyConnectivity(Map<String, Object> parameters) {
        if (has(parameters, "authenticationStrategy", SalesforceCcComponent::getAuthenticationStrategy)) {
            return ResultBuilder.unsupportedScope(Scope.CONNECTIVITY).build();
        }
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.CONNECTIVITY);
        try {
            doctor(parameters).examine().results().stream()
                    .filter(check -> check.status() == CheckStatus.FAILED)
                    .forEach(check -> result.error(error(check)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.error(ResultErrorBuilder.withException(e).build());
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            result.error(ResultErrorBuilder.withException(e).build());
        }
        return result.build();
    }

    private SalesforceCcDoctor doctor(Map<String, Object> parameters) throws GeneralSecurityException, IOException {
        SalesforceCcDoctor doctor = new SalesforceCcDoctor(
                loginUrl(parameters),
                new ClientCredentials(orEmpty(clientId(parameters)), orEmpty(clientSecret(parameters))));
        doctor.setAllowedHosts(allowedHosts(parameters));
        ClientAuthenticationMethod method = option(
                parameters,
                "clientAuthenticationMethod",
                ClientAuthenticationMethod.class,
                SalesforceCcComponent::getClientAuthenticationMethod);
        if (method != null) {
            doctor.setClientAuthenticationMethod(method);
        }
        String apiVersion = option(parameters, "apiVersion", String.class, SalesforceCcVerifierExtension::apiVersion);
        if (apiVersion != null) {
            doctor.setApiVersion(apiVersion);
        }
        String pubSubHost = option(parameters, "pubSubHost", String.class, SalesforceCcComponent::getPubSubHost);
        Integer pubSubPort = option(parameters, "pubSubPort", Integer.class, SalesforceCcComponent::getPubSubPort);
        if (pubSubHost != null && pubSubPort != null) {
            doctor.setPubSub(pubSubHost, pubSubPort);
        }
        String proxyHost = option(parameters, "httpProxyHost", String.class, SalesforceCcComponent::getHttpProxyHost);
        Integer proxyPort = option(parameters, "httpProxyPort", Integer.class, SalesforceCcComponent::getHttpProxyPort);
        if (proxyHost != null && proxyPort != null) {
            doctor.setHttpProxy(proxyHost, proxyPort);
            doctor.setHttpProxyLogin(
                    option(parameters, "httpProxyUsername", String.class, SalesforceCcComponent::getHttpProxyUsername),
                    option(parameters, "httpProxyPassword", String.class, SalesforceCcComponent::getHttpProxyPassword));
            doctor.setHttpProxyAddresses(
                    addresses(
                            parameters,
                            "httpProxyIncludedAddresses",
                            SalesforceCcComponent::getHttpProxyIncludedAddresses),
                    addresses(
                            parameters,
                            "httpProxyExcludedAddresses",
                            SalesforceCcComponent::getHttpProxyExcludedAddresses));
        }
        SSLContextParameters tls = option(
                parameters,
                "sslContextParameters",
                SSLContextParameters.class,
                SalesforceCcComponent::getSslContextParameters);
        if (tls != null) {
            doctor.setSslContext(tls.createSSLContext(getCamelContext()));
        }
        return doctor;
    }

    private static VerificationError error(CheckResult check) {
        VerificationError.Code code = check.name() == CheckName.LOGIN_URL
                ? VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE
                : AUTHENTICATION.contains(check.name())
                        ? VerificationError.StandardCode.AUTHENTICATION
                        : VerificationError.StandardCode.GENERIC;
        ResultErrorBuilder error = ResultErrorBuilder.withCodeAndDescription(
                        code, check.name().title() + ": " + check.seen())
                .detail("check", check.name().id())
                .detail(REMEDY, String.valueOf(check.remedy()));
        return (check.name() == CheckName.LOGIN_URL ? error.parameterKey("loginUrl") : error).build();
    }

    private static void verifyForm(ResultBuilder result, String loginUrl, TrustedHosts trusted) {
        try {
            LoginUrl.parse(loginUrl, trusted);
        } catch (IllegalArgumentException e) {
            result.error(ResultErrorBuilder.withIllegalOption("loginUrl")
                    .description(e.getMessage())
                    .detail(REMEDY, RejectionReason.WRONG_DOMAIN.remedy())
                    .build());
        }
    }

    private static void require(ResultBuilder result, String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            result.error(ResultErrorBuilder.withMissingOption(option)
                    .detail(REMEDY, "Set option " + option + ".")
                    .build());
        }
    }

    private @Nullable String loginUrl(Map<String, Object> parameters) {
        return option(parameters, "loginUrl", String.class, SalesforceCcComponent::getLoginUrl);
    }

    private @Nullable String clientId(Map<String, Object> parameters) {
        return option(parameters, "clientId", String.class, SalesforceCcComponent::getClientId);
    }

    private @Nullable String clientSecret(Map<String, Object> parameters) {
        return option(parameters, "clientSecret", String.class, SalesforceCcComponent::getClientSecret);
    }

    private List<String> allowedHosts(Map<String, Object> parameters) {
        String hosts = option(parameters, "allowedHosts", String.class, SalesforceCcComponent::getAllowedHosts);
        return hosts == null ? List.of() : Arrays.asList(hosts.split(","));
    }

    private boolean has(
            Map<String, Object> parameters, String name, Function<SalesforceCcComponent, @Nullable Object> own) {
        return option(parameters, name, Object.class, own) != null;
    }

    private <T> @Nullable T option(
            Map<String, Object> parameters,
            String name,
            Class<T> type,
            Function<SalesforceCcComponent, @Nullable T> own) {
        return getOption(parameters, name, type)
                .orElseGet(
                        () -> getComponent() instanceof SalesforceCcComponent component ? own.apply(component) : null);
    }

    /** A set, or a text with commas as in a file of properties. */
    private @Nullable Set<String> addresses(
            Map<String, Object> parameters, String name, Function<SalesforceCcComponent, @Nullable Set<String>> own) {
        Object given = parameters.get(name);
        if (given instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        if (given != null) {
            return Set.copyOf(Arrays.asList(given.toString().trim().split("\\s*,\\s*")));
        }
        return getComponent() instanceof SalesforceCcComponent component ? own.apply(component) : null;
    }

    private static @Nullable String apiVersion(SalesforceCcComponent component) {
        return component.getConfig() == null ? null : component.getConfig().getApiVersion();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
