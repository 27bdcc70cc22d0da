package org.camelforce.salesforcecc.simulator;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
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
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

@AnalyzeClasses(packagesOf = SalesforceSimulator.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesWhenTheyDependOnEachOtherThenWithoutCycle =
            slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

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
            .accessTargetWhere(member(System.class, "currentTimeMillis|nanoTime"))
            .orShould()
            .accessTargetWhere(member(Math.class, "random"))
            .orShould()
            .accessTargetWhere(member(Random.class, "<init>"))
            .orShould()
            .accessTargetWhere(member(ThreadLocalRandom.class, "current"))
            .because("a test must be able to set the org's clock and its chance");

    @ArchTest
    static final ArchRule classesWhenTheyTakeTheMachinesOwnClockOrChanceThenTheBuilder = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SalesforceSimulatorBuilder.class.getName())
            .should()
            .accessTargetWhere(member(InstantSource.class, "system"))
            .orShould()
            .accessTargetWhere(member(SecureRandom.class, ".*"))
            .because("the builder's defaults are the one place where they are chosen");

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = noClasses()
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

    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(nameMatching(name))).as("%s.%s", owner.getSimpleName(), name);
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
