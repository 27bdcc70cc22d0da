package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ManagedSubscriptionOptionsTest {

    @Test
    void defineWhenTwoAreGivenThenTheOrgHasBoth() {
        Program program = new Program();
        new CommandLine(program)
                .parseArgs(
                        "--managed-subscription=Orders=/event/Order__e",
                        "--managed-subscription=Accounts=/data/AccountChangeEvent");

        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            program.options.define(simulator);

            assertThatCode(() -> {
                        simulator.managedSubscriptions().setRunning("Orders", true);
                        simulator.managedSubscriptions().setRunning("Accounts", true);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void runWhenOneIsNamedThenTheProgramStarts() {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", "--managed-subscription=Orders=/event/Order__e"))
                .isZero();
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orders", "Orders=Order__e", "Or ders=/event/Order__e", "=/event/Order__e"})
    void runWhenArgumentIsWrongThenOneSentenceThatNamesItAndCodeTwo(String argument) {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", "--managed-subscription=" + argument))
                .isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("--managed-subscription");
    }

    @Command
    static final class Program {

        @Mixin
        private ManagedSubscriptionOptions options = new ManagedSubscriptionOptions();
    }
}
