package org.camelforce.salesforcecc.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.camelforce.salesforcecc.architecture.ArchitectureRules.member;
import static org.camelforce.salesforcecc.architecture.ArchitectureRules.partOf;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camelforce.salesforcecc.architecture.ArchitectureRules;

@AnalyzeClasses(packagesOf = SalesforceSimulator.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.camelforce.salesforcecc.simulator";
    private static final String INTERNAL = ROOT + ".internal";

    @ArchTest
    static final ArchRule packagesWhenTheyDependOnEachOtherThenWithoutCycle = ArchitectureRules.packagesHaveNoCycles();

    @ArchTest
    static final ArchRule classesWhenTheyDependOnEachOtherThenWithoutCycle = ArchitectureRules.classesHaveNoCycles()
            // ANTLR: the parser that it generates and the visitor of what it parses name each other
            .ignoreDependency(partOf(INTERNAL + ".soql.SoqlVisitor"), partOf(INTERNAL + ".soql.SoqlParser"));

    @ArchTest
    static final ArchRule packagesWhenTheyUseEachOtherThenDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("program")
            .definedBy(ROOT + ".cli")
            .layer("simulator")
            .definedBy(ROOT)
            .layer("console")
            .definedBy(INTERNAL + ".console")
            .layer("protocols")
            .definedBy(
                    INTERNAL + ".apex",
                    INTERNAL + ".approvals",
                    INTERNAL + ".bulk",
                    INTERNAL + ".graphql",
                    INTERNAL + ".http",
                    INTERNAL + ".oauth",
                    INTERNAL + ".pubsub",
                    INTERNAL + ".reports",
                    INTERNAL + ".rest",
                    INTERNAL + ".streaming")
            .layer("data")
            .definedBy(INTERNAL + ".data", INTERNAL + ".soql")
            .layer("API")
            .definedBy(
                    ROOT + ".apex",
                    ROOT + ".approvals",
                    ROOT + ".events",
                    ROOT + ".fault",
                    ROOT + ".oauth",
                    ROOT + ".records",
                    ROOT + ".reports",
                    ROOT + ".request",
                    ROOT + ".schema",
                    ROOT + ".setup",
                    ROOT + ".tls")
            .layer("model")
            .definedBy(INTERNAL + ".model")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("simulator")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("simulator")
            .whereLayer("protocols")
            .mayOnlyBeAccessedByLayers("simulator", "console")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers("simulator", "console", "protocols")
            .whereLayer("API")
            .mayOnlyAccessLayers("model")
            .whereLayer("model")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule signaturesWhenTheyArePartOfTheApiThenNameNoInternalType =
            ArchitectureRules.signaturesNameNoInternalType();

    @ArchTest
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = ArchitectureRules.packagesAreNullMarked();

    @ArchTest
    static final ArchRule classesWhenTheyNeedTimeOrChanceThenInjected = ArchitectureRules.timeAndChanceAreInjected();

    @ArchTest
    static final ArchRule classesWhenTheyMeasureTimeThenByTheOrgsClock =
            noClasses().should().accessTargetWhere(member(System.class, "nanoTime"));

    @ArchTest
    static final ArchRule classesWhenTheyTakeTheMachinesOwnClockOrChanceThenTheSettings =
            ArchitectureRules.ownClockAndChanceAreChosenIn(OrgSettings.class);

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = ArchitectureRules.nothingSleeps();

    @ArchTest
    static final ArchRule classesWhenTheyReportThenNotToTheConsole = ArchitectureRules.nothingPrints();

    @ArchTest
    static final ArchRule loggersWhenDeclaredThenPrivateStaticFinal = ArchitectureRules.loggersArePrivateConstants();
}
