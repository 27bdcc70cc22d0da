package org.camelforce.salesforcecc;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camelforce.salesforcecc.architecture.ArchitectureRules;
import org.camelforce.salesforcecc.internal.token.TokenTime;

@AnalyzeClasses(
        packagesOf = SalesforceCcComponent.class,
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.HandWritten.class})
class ArchitectureTest {

    private static final String ROOT = "org.camelforce.salesforcecc";
    private static final String UPSTREAM_INTERNALS = "org.apache.camel.component.salesforce.internal";

    @ArchTest
    static final ArchRule packagesWhenTheyDependOnEachOtherThenWithoutCycle = ArchitectureRules.packagesHaveNoCycles();

    @ArchTest
    static final ArchRule classesWhenTheyDependOnEachOtherThenWithoutCycle = ArchitectureRules.classesHaveNoCycles()
            // Camel: a component creates endpoints, and an endpoint knows its component
            .ignoreDependency(in("SalesforceCcEndpoint"), in("SalesforceCcComponent"))
            // Java: a sealed class names its subclasses
            .ignoreDependency(in("auth.LoginException"), in("auth.LoginDeniedException"))
            .ignoreDependency(in("auth.LoginException"), in("auth.LoginUnavailableException"))
            // the constants of an interface
            .ignoreDependency(in("subscription.ReplayGapPolicy"), in("subscription.NamedGapPolicy"));

    @ArchTest
    static final ArchRule packagesWhenTheyUseEachOtherThenDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .layer("auth")
            .definedBy(ROOT + ".auth")
            .layer("credentials")
            .definedBy(ROOT + ".credentials")
            .layer("doctor")
            .definedBy(ROOT + ".doctor")
            .layer("observability")
            .definedBy(ROOT + ".observability")
            .layer("replay")
            .definedBy(ROOT + ".replay")
            .layer("request")
            .definedBy(ROOT + ".request")
            .layer("subscription")
            .definedBy(ROOT + ".subscription")
            .layer("token")
            .definedBy(ROOT + ".token")
            .layer("internal connection")
            .definedBy(ROOT + ".internal.connection")
            .layer("internal console")
            .definedBy(ROOT + ".internal.console")
            .layer("internal doctor")
            .definedBy(ROOT + ".internal.doctor")
            .layer("internal credentials")
            .definedBy(ROOT + ".internal.credentials")
            .layer("internal files")
            .definedBy(ROOT + ".internal.files")
            .layer("internal health")
            .definedBy(ROOT + ".internal.health")
            .layer("internal http")
            .definedBy(ROOT + ".internal.http")
            .layer("internal metrics")
            .definedBy(ROOT + ".internal.metrics")
            .layer("internal oauth")
            .definedBy(ROOT + ".internal.oauth")
            .layer("internal operation")
            .definedBy(ROOT + ".internal.operation..")
            .layer("internal producer")
            .definedBy(ROOT + ".internal.producer")
            .layer("internal request")
            .definedBy(ROOT + ".internal.request")
            .layer("internal session")
            .definedBy(ROOT + ".internal.session")
            .layer("internal text")
            .definedBy(ROOT + ".internal.text")
            .layer("internal threads")
            .definedBy(ROOT + ".internal.threads")
            .layer("internal token")
            .definedBy(ROOT + ".internal.token")
            .layer("internal subscription")
            .definedBy(ROOT + ".internal.subscription")
            .optionalLayer("internal cometd")
            .definedBy(ROOT + ".internal.subscription.cometd")
            .layer("internal position")
            .definedBy(ROOT + ".internal.subscription.position")
            .optionalLayer("internal pubsub")
            .definedBy(ROOT + ".internal.subscription.pubsub")
            .layer("internal stream")
            .definedBy(ROOT + ".internal.subscription.stream")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("auth")
            .mayOnlyAccessLayers("internal text")
            .whereLayer("credentials")
            .mayOnlyAccessLayers("auth", "internal credentials")
            .whereLayer("doctor")
            .mayNotAccessAnyLayer()
            .whereLayer("internal doctor")
            .mayOnlyAccessLayers(
                    "auth", "doctor", "internal oauth", "internal connection", "internal text", "internal token")
            .whereLayer("observability")
            .mayNotAccessAnyLayer()
            .whereLayer("replay")
            .mayOnlyAccessLayers("internal files")
            .whereLayer("request")
            .mayNotAccessAnyLayer()
            .whereLayer("subscription")
            .mayOnlyAccessLayers("replay", "internal text")
            .whereLayer("token")
            .mayOnlyAccessLayers("auth")
            .whereLayer("internal text")
            .mayNotAccessAnyLayer()
            .whereLayer("internal files")
            .mayNotAccessAnyLayer()
            .whereLayer("internal threads")
            .mayNotAccessAnyLayer()
            .whereLayer("internal connection")
            .mayOnlyAccessLayers("internal text", "internal threads")
            .whereLayer("internal credentials")
            .mayOnlyAccessLayers("auth")
            .whereLayer("internal oauth")
            .mayOnlyAccessLayers("auth", "internal text", "internal connection")
            .whereLayer("internal token")
            .mayOnlyAccessLayers(
                    "auth", "token", "observability", "internal oauth", "internal text", "internal threads")
            .whereLayer("internal request")
            .mayOnlyAccessLayers(
                    "auth",
                    "token",
                    "request",
                    "observability",
                    "internal connection",
                    "internal threads",
                    "internal token",
                    "internal text")
            .whereLayer("internal operation")
            .mayOnlyAccessLayers("request", "internal request", "internal text")
            .whereLayer("internal producer")
            .mayOnlyAccessLayers(
                    "auth", "request", "internal connection", "internal operation", "internal request", "internal text")
            .whereLayer("internal session")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "request",
                    "internal oauth",
                    "internal token",
                    "internal text",
                    "internal threads",
                    "internal connection")
            .whereLayer("internal http")
            .mayOnlyAccessLayers("internal request", "auth", "token", "internal token", "internal connection")
            .whereLayer("internal position")
            .mayOnlyAccessLayers("replay", "internal threads")
            .whereLayer("internal stream")
            .mayOnlyAccessLayers("replay", "subscription")
            .whereLayer("internal cometd")
            .mayOnlyAccessLayers(
                    "internal operation",
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "replay",
                    "internal stream",
                    "internal session",
                    "internal token",
                    "internal connection",
                    "internal text")
            .whereLayer("internal pubsub")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "replay",
                    "internal stream",
                    "internal session",
                    "internal token",
                    "internal oauth",
                    "internal connection",
                    "internal text",
                    "internal threads")
            .whereLayer("internal subscription")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "replay",
                    "observability",
                    "internal cometd",
                    "internal pubsub",
                    "internal stream",
                    "internal position",
                    "internal connection",
                    "internal session",
                    "internal token",
                    "internal text",
                    "internal threads")
            .whereLayer("internal health")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "replay",
                    "internal subscription",
                    "internal session",
                    "internal token",
                    "internal text")
            .whereLayer("internal console")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "replay",
                    "internal subscription",
                    "internal session",
                    "internal token",
                    "internal text")
            .whereLayer("internal metrics")
            .mayOnlyAccessLayers(
                    "internal request",
                    "auth",
                    "token",
                    "subscription",
                    "observability",
                    "internal subscription",
                    "internal session",
                    "internal token");

    @ArchTest
    static final ArchRule signaturesWhenTheyArePartOfTheApiThenNameNoInternalType =
            ArchitectureRules.signaturesNameNoInternalType();

    @ArchTest
    static void upstreamInternalsWhenUsedThenOnlyOperationNamesAndOverriddenFactoryMethods(JavaClasses classes) {
        Set<String> uses = new TreeSet<>();
        classes.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().startsWith(UPSTREAM_INTERNALS))
                .forEach(use -> uses.add(outermost(use.getOriginClass()) + " -> "
                        + use.getTargetClass().getName().substring(UPSTREAM_INTERNALS.length() + 1)));

        assertThat(uses)
                .as(
                        "the component overrides upstream's factory methods of session and clients, and an operation's name is a"
                                + " constant of upstream's enumeration; nothing else may use upstream's internals")
                .containsExactlyInAnyOrder(
                        "OperationCatalogue -> OperationName",
                        "OperationSettings -> OperationName",
                        "SalesforceCcComponent -> SalesforceSession",
                        "SalesforceCcComponent -> client.RawClient",
                        "SalesforceCcComponent -> client.RestClient",
                        "SalesforceCcComponent -> streaming.SubscriptionHelper",
                        "SalesforceCcEndpoint -> OperationName",
                        "StartOptions -> OperationName",
                        "SubscriptionPlanner -> OperationName");
    }

    @ArchTest
    static void camelHttpWhenUsedThenOnlyBehindTheGuard(JavaClasses classes) {
        Set<String> users = new TreeSet<>();
        Set<String> usersOfUsers = new TreeSet<>();
        classes.stream()
                .filter(user ->
                        user.getDirectDependenciesFromSelf().stream().anyMatch(use -> isOptional(use.getTargetClass())))
                .forEach(user -> {
                    users.add(user.getPackageName());
                    user.getDirectDependenciesToSelf().stream()
                            .map(use -> use.getOriginClass())
                            .filter(other -> !other.getPackageName().equals(ROOT + ".internal.http"))
                            .forEach(other -> usersOfUsers.add(outermost(other)));
                });

        assertThat(users).as("camel-http is optional").containsExactly(ROOT + ".internal.http");
        assertThat(usersOfUsers)
                .as("HttpBinding looks first whether camel-http is there")
                .containsExactly("HttpBinding");
    }

    @ArchTest
    static void micrometerWhenUsedThenOnlyBehindTheGuard(JavaClasses classes) {
        Set<String> users = new TreeSet<>();
        classes.stream()
                .filter(user -> !user.getPackageName().equals(ROOT + ".internal.metrics"))
                .filter(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getPackageName())
                        .anyMatch(name -> name.startsWith("io.micrometer.") || name.equals(ROOT + ".internal.metrics")))
                .forEach(user -> users.add(outermost(user)));

        assertThat(users)
                .as("Micrometer is optional; MicrometerBinding looks first whether it is there")
                .containsExactly("MicrometerBinding");
    }

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = ArchitectureRules.packagesAreNullMarked();

    @ArchTest
    static final ArchRule classesWhenTheyNeedTimeOrChanceThenInjected = ArchitectureRules.timeAndChanceAreInjected();

    @ArchTest
    static final ArchRule classesWhenTheyTakeTheMachinesOwnClockOrChanceThenTokenTime =
            ArchitectureRules.ownClockAndChanceAreChosenIn(TokenTime.class);

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = ArchitectureRules.nothingSleeps();

    @ArchTest
    static final ArchRule classesWhenTheyReportThenNotToTheConsole = ArchitectureRules.nothingPrints();

    @ArchTest
    static final ArchRule loggersWhenDeclaredThenPrivateStaticFinal = ArchitectureRules.loggersArePrivateConstants();

    private static boolean isOptional(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith("org.apache.hc.")
                || javaClass.getPackageName().startsWith("org.apache.camel.component.http")
                || javaClass.getPackageName().startsWith("org.apache.camel.http.");
    }

    private static String outermost(JavaClass javaClass) {
        return ArchitectureRules.outermost(javaClass).getSimpleName();
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return ArchitectureRules.partOf(ROOT + "." + name);
    }

    /** Not what Camel generates, and not the other modules below the same root package. */
    static final class HandWritten implements ImportOption {

        private static final List<String> OTHERS = List.of(
                "ComponentConfigurer",
                "EndpointConfigurer",
                "UriFactory",
                "salesforcecc/architecture/",
                "salesforcecc/simulator/",
                "salesforcecc/test/");

        @Override
        public boolean includes(Location location) {
            return OTHERS.stream().noneMatch(location::contains);
        }
    }
}
