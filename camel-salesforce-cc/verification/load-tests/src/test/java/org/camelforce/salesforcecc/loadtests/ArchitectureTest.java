package org.camelforce.salesforcecc.loadtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.camelforce.salesforcecc.architecture.ArchitectureRules.member;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import org.camelforce.salesforcecc.architecture.ArchitectureRules;
import org.camelforce.salesforcecc.benchmarks.requests.CannedOrg;
import org.camelforce.salesforcecc.benchmarks.requests.CannedPubSub;
import org.camelforce.salesforcecc.benchmarks.requests.InstancesProgram;
import org.camelforce.salesforcecc.benchmarks.requests.SideProgram;
import org.camelforce.salesforcecc.benchmarks.requests.SlowOrgProgram;
import org.camelforce.salesforcecc.loadtests.bulk.BulkOrgProgram;
import org.camelforce.salesforcecc.reliability.child.ConsumerProgram;
import org.camelforce.salesforcecc.reliability.outage.OutageProgram;

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
    static final ArchRule packagesWhenTheyHaveClassesThenNullMarked = ArchitectureRules.packagesAreNullMarked();

    @ArchTest
    static final ArchRule classesWhenTheyNeedTimeOrChanceThenInjected = noClasses()
            .that()
            .doNotBelongToAnyOf(LoadTestsProgram.class, InstancesProgram.class, SideProgram.class, SlowOrgProgram.class)
            .should()
            .accessTargetWhere(member(Instant.class, "now"))
            .orShould()
            .accessTargetWhere(member(System.class, "currentTimeMillis|nanoTime"))
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule classesWhenTheyWaitThenNotBySleeping = ArchitectureRules.nothingSleeps();

    @ArchTest
    static final ArchRule classesWhenTheyReportThenNotToTheConsole = ArchitectureRules.nothingPrints(
            BulkOrgProgram.class,
            CannedOrg.class,
            CannedPubSub.class,
            ConsumerProgram.class,
            InstancesProgram.class,
            OutageProgram.class,
            SideProgram.class,
            SlowOrgProgram.class);
}
