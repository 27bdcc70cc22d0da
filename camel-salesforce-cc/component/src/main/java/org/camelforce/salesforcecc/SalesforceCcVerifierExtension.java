package org.camelforce.salesforcecc;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.component.extension.verifier.DefaultComponentVerifierExtension;
import org.apache.camel.component.extension.verifier.ResultBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorBuilder;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckResult;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;

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
    private static final Pattern OPTION = Pattern.compile("Option (\\S+) ");

    private final Function<CamelContext, SalesforceCcManagement> components;

    /**
     * Component and context are set when the extension is asked for.
     *
     * @param components makes a component to examine, which is never started
     */
    SalesforceCcVerifierExtension(Function<CamelContext, SalesforceCcManagement> components) {
        super("salesforce-cc");
        this.components = components;
    }

    @Override
    protected Result verifyParameters(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.PARAMETERS);
        try {
            SalesforceCcManagement component = component(parameters);
            SalesforceLoginConfig bean = component.getLoginConfig();
            List<String> missing = new LoginOptions(component, bean).missing();
            missing.forEach(name -> result.error(missing(name)));
            if (missing.isEmpty()) {
                StartSettings.of(component, bean, other -> null);
            }
        } catch (RuntimeException e) {
            result.error(refused(e));
        }
        return result.build();
    }

    @Override
    protected Result verifyConnectivity(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.CONNECTIVITY);
        try {
            SalesforceCcManagement component = component(parameters);
            if (component.getAuthenticationStrategy() != null) {
                return ResultBuilder.unsupportedScope(Scope.CONNECTIVITY).build();
            }
            // the component that it stands for may be started, and need not agree with itself
            DoctorOptions.doctor(component, component.getLoginConfig(), other -> null).examine().results().stream()
                    .filter(check -> check.status() == CheckStatus.FAILED)
                    .forEach(check -> result.error(error(check)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.error(ResultErrorBuilder.withException(e).build());
        } catch (RuntimeException e) {
            result.error(refused(e));
        } catch (Exception e) {
            result.error(ResultErrorBuilder.withException(e).build());
        }
        return result.build();
    }

    private SalesforceCcManagement component(Map<String, Object> parameters) {
        SalesforceCcManagement own = getComponent() instanceof SalesforceCcManagement component ? component : null;
        return VerifiedOptions.on(components.apply(getCamelContext()), own, parameters);
    }

    private static VerificationError missing(String option) {
        return ResultErrorBuilder.withMissingOption(option)
                .detail(REMEDY, "Set option " + option + ".")
                .build();
    }

    /** What stands in the way of a start. */
    private static VerificationError refused(RuntimeException failure) {
        if (failure instanceof PropertyBindingException binding && binding.getCause() != null) {
            return refused(
                    binding.getPropertyName(), String.valueOf(binding.getCause().getMessage()));
        }
        String text = String.valueOf(failure.getMessage());
        // a message about an option begins with its name, and says what to change
        Matcher option = OPTION.matcher(text);
        return option.lookingAt()
                ? refused(option.group(1), text)
                : ResultErrorBuilder.withException(failure).build();
    }

    private static VerificationError refused(String option, String text) {
        return ResultErrorBuilder.withIllegalOption(option)
                .description(text)
                .detail(REMEDY, option.equals("loginUrl") ? DenialReason.WRONG_DOMAIN.remedy() : text)
                .build();
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
}
