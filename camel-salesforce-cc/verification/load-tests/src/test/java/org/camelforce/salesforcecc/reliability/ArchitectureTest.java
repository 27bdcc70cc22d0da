package org.camelforce.salesforcecc.reliability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ReliabilityCommands.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.camelforce.salesforcecc.reliability";

    @ArchTest
    static final ArchRule packagesWhenTheyUseEachOtherThenDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy(ROOT)
            .layer("throughput")
            .definedBy(ROOT + ".throughput")
            .layer("hunt")
            .definedBy(ROOT + ".hunt")
            .layer("outage")
            .definedBy(ROOT + ".outage")
            .layer("health")
            .definedBy(ROOT + ".health")
            .layer("run")
            .definedBy(ROOT + ".run")
            .layer("child")
            .definedBy(ROOT + ".child")
            .layer("reference")
            .definedBy(ROOT + ".reference")
            .layer("recording")
            .definedBy(ROOT + ".recording")
            .layer("fault")
            .definedBy(ROOT + ".fault")
            .layer("check")
            .definedBy(ROOT + ".check")
            .layer("history")
            .definedBy(ROOT + ".history")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("throughput")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("hunt")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("outage")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("hunt", "outage", "child")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("program", "throughput", "hunt", "outage")
            .whereLayer("child")
            .mayOnlyBeAccessedByLayers("program", "throughput", "run")
            .whereLayer("reference")
            .mayOnlyBeAccessedByLayers("program", "throughput", "run", "child")
            .whereLayer("recording")
            .mayOnlyBeAccessedByLayers("run", "child", "reference", "hunt")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("program", "run");

    @ArchTest
    static final ArchRule checkerWhenItJudgesThenFromTheHistoryAlone = classes()
            .that()
            .resideInAPackage(ROOT + ".check")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".check", ROOT + ".history", "java.lang..", "java.time..", "java.util..", "org.jspecify..");
}
