package org.camelforce.salesforcecc.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camelforce.salesforcecc.architecture.ArchitectureRules;
import org.camelforce.salesforcecc.internal.migration.MigrationScan;
import org.camelforce.salesforcecc.rotation.RotationPause;
import org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation;

@AnalyzeClasses(
        packagesOf = {SalesforceCcProgram.class, MigrationScan.class, SalesforceCredentialRotation.class},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MIGRATION = "..salesforcecc.internal.migration";

    @ArchTest
    static final ArchRule migrationWhenItReadsFilesThenOnItsOwn = noClasses()
            .that()
            .resideInAPackage(MIGRATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..cli", "picocli..", "org.apache.camel..", "..salesforcecc.auth", "..salesforcecc.doctor")
            .orShould()
            .dependOnClassesThat(resideInAPackage("..salesforcecc.internal..").and(not(resideInAPackage(MIGRATION))));

    @ArchTest
    static final ArchRule packagesWhenTheyDependOnEachOtherThenWithoutCycle = ArchitectureRules.packagesHaveNoCycles();

    @ArchTest
    static final ArchRule commandsWhenTheyPrintThenNotPastPicocli = ArchitectureRules.nothingPrints();

    /** A rotation holds its own thread between two attempts. */
    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = ArchitectureRules.nothingSleeps(RotationPause.class);

    @ArchTest
    static final ArchRule signaturesWhenTheyArePartOfTheApiThenNameNoInternalType =
            ArchitectureRules.signaturesNameNoInternalType();

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = ArchitectureRules.packagesAreNullMarked();
}
