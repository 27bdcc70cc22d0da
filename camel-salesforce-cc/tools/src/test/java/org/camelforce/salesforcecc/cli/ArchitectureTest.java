package org.camelforce.salesforcecc.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.migration.MigrationScan;
import org.camelforce.salesforcecc.rotation.RotationPause;
import org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packagesOf = {SalesforceCcProgram.class, MigrationScan.class, SalesforceCredentialRotation.class},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule migrationWhenItReadsFilesThenOnItsOwn = noClasses()
            .that()
            .resideInAPackage("..migration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..cli",
                    "picocli..",
                    "org.apache.camel..",
                    "..salesforcecc.auth",
                    "..salesforcecc.doctor",
                    "..salesforcecc.internal..");

    @ArchTest
    static final ArchRule commandsWhenTheyPrintThenNotPastPicocli =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = noClasses()
            .that()
            // a command that holds its own thread between two attempts
            .doNotBelongToAnyOf(RotationPause.class)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class);

    @ArchTest
    static final ArchRule rotationWhenItIsUsedFromJavaThenItsSignaturesNameNoInternalType = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..rotation")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .should()
            .haveRawParameterTypes(DescribedPredicate.describe("with an internal one", types -> types.stream()
                    .anyMatch(type -> type.getPackageName().contains(".internal"))));

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "reside in a package with @NullMarked",
                    javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));
}
