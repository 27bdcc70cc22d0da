package org.camelforce.salesforcecc.loadtests;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.reliability.child.ConsumerProgram;
import org.camelforce.salesforcecc.reliability.outage.OutageProgram;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = {
            "org.camelforce.salesforcecc.benchmarks",
            "org.camelforce.salesforcecc.loadtests",
            "org.camelforce.salesforcecc.reliability"
        },
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule reportWhenItIsUsedThenNeedsNoScenario = classes()
            .that()
            .resideInAPackage("org.camelforce.salesforcecc.loadtests.report")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.camelforce.salesforcecc.loadtests.report", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "reside in a package with @NullMarked",
                    javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule classesWhenTheyNeedTimeOrChanceThenInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(LoadTestsProgram.class.getName())
            .should()
            .accessTargetWhere(member(Instant.class, "now"))
            .orShould()
            .accessTargetWhere(member(System.class, "currentTimeMillis|nanoTime"))
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = noClasses()
            .should()
            .accessTargetWhere(member(Thread.class, "sleep"))
            .orShould()
            .accessTargetWhere(member(TimeUnit.class, "sleep"));

    @ArchTest
    static final ArchRule classesWhenTheyReportThenNotToTheConsole = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ConsumerProgram.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(OutageProgram.class.getName())
            .should()
            .accessTargetWhere(member(System.class, "out|err"));

    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(nameMatching(name))).as("%s.%s", owner.getSimpleName(), name);
    }
}
