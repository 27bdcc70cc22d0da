package org.camelforce.salesforcecc;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.rotation.RotationPause;
import org.camelforce.salesforcecc.token.TokenTime;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

@AnalyzeClasses(
        packagesOf = SalesforceCcComponent.class,
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.HandWritten.class})
class ArchitectureTest {

    private static final String ROOT = "org.camelforce.salesforcecc";
    private static final Set<String> SEAM = Set.of(ROOT + ".session", ROOT + ".events", ROOT + ".events.cometd");
    private static final String UPSTREAM_INTERNALS = "org.apache.camel.component.salesforce.internal";

    @ArchTest
    static final ArchRule packagesWhenTheyDependOnEachOtherThenWithoutCycle =
            slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsWhenTheyUseEachOtherThenDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .layer("events")
            .definedBy(ROOT + ".events")
            .optionalLayer("cometd")
            .definedBy(ROOT + ".events.cometd")
            .optionalLayer("pubsub")
            .definedBy(ROOT + ".events.pubsub")
            .layer("stream")
            .definedBy(ROOT + ".events.stream")
            .layer("store")
            .definedBy(ROOT + ".events.store")
            .layer("position")
            .definedBy(ROOT + ".events.position")
            .layer("doctor")
            .definedBy(ROOT + ".doctor")
            .layer("session")
            .definedBy(ROOT + ".session")
            .layer("rotation")
            .definedBy(ROOT + ".rotation")
            .layer("http")
            .definedBy(ROOT + ".http")
            .layer("token")
            .definedBy(ROOT + ".token")
            .layer("health")
            .definedBy(ROOT + ".health")
            .layer("console")
            .definedBy(ROOT + ".console")
            .layer("metrics")
            .definedBy(ROOT + ".metrics")
            .layer("log")
            .definedBy(ROOT + ".log")
            .layer("connection")
            .definedBy(ROOT + ".connection")
            .layer("credentials")
            .definedBy(ROOT + ".credentials")
            .layer("auth")
            .definedBy(ROOT + ".auth")
            .layer("files")
            .definedBy(ROOT + ".files")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("auth")
            .mayNotAccessAnyLayer()
            .whereLayer("files")
            .mayNotAccessAnyLayer()
            .whereLayer("connection")
            .mayNotAccessAnyLayer()
            .whereLayer("credentials")
            .mayOnlyAccessLayers("auth")
            .whereLayer("log")
            .mayNotAccessAnyLayer()
            .whereLayer("token")
            .mayOnlyAccessLayers("auth", "log")
            .whereLayer("health")
            .mayOnlyAccessLayers("events", "position", "session", "token", "auth")
            .whereLayer("console")
            .mayOnlyAccessLayers("events", "position", "session", "token", "auth")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("events", "stream", "session", "token", "auth")
            .whereLayer("rotation")
            .mayOnlyAccessLayers("token", "auth", "files")
            .whereLayer("doctor")
            .mayOnlyAccessLayers("token", "auth", "connection")
            .whereLayer("session")
            .mayOnlyAccessLayers("token", "auth")
            .whereLayer("http")
            .mayOnlyAccessLayers("token", "auth")
            .whereLayer("position")
            .mayNotAccessAnyLayer()
            .whereLayer("store")
            .mayOnlyAccessLayers("position", "files")
            .whereLayer("stream")
            .mayOnlyAccessLayers("position")
            .whereLayer("cometd")
            .mayOnlyAccessLayers("stream", "position", "session", "token", "auth")
            .whereLayer("pubsub")
            .mayOnlyAccessLayers("stream", "position", "session", "token", "auth", "connection")
            .whereLayer("events")
            .mayOnlyAccessLayers("cometd", "pubsub", "stream", "store", "position", "session", "token", "auth", "log");

    @ArchTest
    static void upstreamInternalsWhenUsedOutsideOfTheSeamThenOnlyByWhatOverridesThem(JavaClasses classes) {
        Set<String> uses = new TreeSet<>();
        classes.stream()
                .filter(user -> !SEAM.contains(user.getPackageName()))
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().startsWith(UPSTREAM_INTERNALS))
                .forEach(use -> uses.add(outermost(use.getOriginClass()) + " -> "
                        + use.getTargetClass().getName().substring(UPSTREAM_INTERNALS.length() + 1)));

        assertThat(uses)
                .as("the component hands out its session and clients by overriding upstream's factory methods, and the"
                        + " endpoint's operation is upstream's enumeration; nothing else may use upstream's internals")
                .containsExactlyInAnyOrder(
                        "SalesforceCcComponent -> SalesforceSession",
                        "SalesforceCcComponent -> client.DefaultRawClient",
                        "SalesforceCcComponent -> client.RawClient",
                        "SalesforceCcComponent -> client.RestClient",
                        "SalesforceCcComponent -> streaming.SubscriptionHelper",
                        "SalesforceCcEndpoint -> OperationName",
                        "SalesforceCcManagement -> SalesforceSession");
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
                            .filter(other -> !other.getPackageName().equals(ROOT + ".http"))
                            .forEach(other -> usersOfUsers.add(outermost(other)));
                });

        assertThat(users).as("camel-http is optional").containsExactly(ROOT + ".http");
        assertThat(usersOfUsers)
                .as("HttpBinding looks first whether camel-http is there")
                .containsExactly("HttpBinding");
    }

    @ArchTest
    static void micrometerWhenUsedThenOnlyBehindTheGuard(JavaClasses classes) {
        Set<String> users = new TreeSet<>();
        classes.stream()
                .filter(user -> !user.getPackageName().equals(ROOT + ".metrics"))
                .filter(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getPackageName())
                        .anyMatch(name -> name.startsWith("io.micrometer.") || name.equals(ROOT + ".metrics")))
                .forEach(user -> users.add(outermost(user)));

        assertThat(users)
                .as("Micrometer is optional; MicrometerBinding looks first whether it is there")
                .containsExactly("MicrometerBinding");
    }

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "reside in a package with @NullMarked",
                    javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule classesWhenTheyNeedTimeOrChanceThenInjected = noClasses()
            .should()
            .accessTargetWhere(member(Instant.class, "now"))
            .orShould()
            .accessTargetWhere(member(Clock.class, "system.*"))
            .orShould()
            .accessTargetWhere(member(Date.class, "<init>"))
            .orShould()
            .accessTargetWhere(member(System.class, "currentTimeMillis"))
            .orShould()
            .accessTargetWhere(member(Math.class, "random"))
            .orShould()
            .accessTargetWhere(member(Random.class, "<init>"))
            .orShould()
            .accessTargetWhere(member(ThreadLocalRandom.class, "current"))
            .because("a test must be able to set clock, ticker and jitter");

    @ArchTest
    static final ArchRule classesWhenTheyTakeTheMachinesOwnClockThenTokenTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TokenTime.class.getName())
            .should()
            .accessTargetWhere(member(InstantSource.class, "system"))
            .orShould()
            .accessTargetWhere(member(System.class, "nanoTime"))
            .because("TokenTime.system() is the one place where they are chosen");

    @ArchTest
    static final ArchRule classesWhenTheyTakeTheMachinesOwnChanceThenListed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TokenTime.class.getName())
            .should()
            .accessTargetWhere(member(SecureRandom.class, ".*"))
            .because("TokenTime.system() is the one place where it is chosen");

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = noClasses()
            .that()
            // a command that holds its own thread between two attempts
            .doNotBelongToAnyOf(RotationPause.class)
            .should()
            .accessTargetWhere(member(Thread.class, "sleep"))
            .orShould()
            .accessTargetWhere(member(TimeUnit.class, "sleep"));

    @ArchTest
    static final ArchRule classesWhenTheyReportThenNotToTheConsole =
            noClasses().should().accessTargetWhere(member(System.class, "out|err"));

    @ArchTest
    static final ArchRule loggersWhenDeclaredThenPrivateStaticFinal = fields().that()
            .haveRawType(Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .allowEmptyShould(true);

    private static boolean isOptional(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith("org.apache.hc.")
                || javaClass.getPackageName().startsWith("org.apache.camel.component.http")
                || javaClass.getPackageName().startsWith("org.apache.camel.http.");
    }

    private static String outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(ArchitectureTest::outermost).orElseGet(javaClass::getSimpleName);
    }

    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(nameMatching(name))).as("%s.%s", owner.getSimpleName(), name);
    }

    /** Not what Camel generates, and not the other modules below the same root package. */
    static final class HandWritten implements ImportOption {

        private static final List<String> OTHERS = List.of(
                "ComponentConfigurer",
                "EndpointConfigurer",
                "UriFactory",
                "salesforcecc/simulator/",
                "salesforcecc/test/");

        @Override
        public boolean includes(Location location) {
            return OTHERS.stream().noneMatch(location::contains);
        }
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
