package org.camelforce.salesforcecc.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.camelforce.salesforcecc.architecture.ArchitectureRules.member;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;

@AnalyzeClasses(packagesOf = BenchmarkCommands.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.camelforce.salesforcecc.benchmarks";

    @ArchTest
    static final ArchRule packagesWhenTheyUseEachOtherThenDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy(ROOT)
            .layer("scenario")
            .definedBy(ROOT + ".scenario")
            .layer("credentials")
            .definedBy(ROOT + ".credentials")
            .layer("tokenpath")
            .definedBy(ROOT + ".tokenpath")
            .layer("side")
            .definedBy(ROOT + ".side")
            .layer("load")
            .definedBy(ROOT + ".load")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("credentials")
            .mayOnlyBeAccessedByLayers("program", "scenario")
            .whereLayer("tokenpath")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("side")
            .mayOnlyBeAccessedByLayers("scenario");

    @ArchTest
    static final ArchRule classesWhenTheyNeedChanceThenInjected =
            noClasses().should().accessTargetWhere(member(Random.class, "<init>"));
}
