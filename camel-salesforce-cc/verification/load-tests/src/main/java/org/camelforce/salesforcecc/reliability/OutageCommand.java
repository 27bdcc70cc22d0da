package org.camelforce.salesforcecc.reliability;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.outage.OutageResult;
import org.camelforce.salesforcecc.reliability.outage.OutageRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Routes that fail for minutes, with few and with many subscriptions. */
@Command(
        name = "outage",
        description = "Durable subscriptions with default options whose routes fail for minutes.",
        mixinStandardHelpOptions = true)
final class OutageCommand implements Callable<Integer> {

    private final LongSupplier ticker;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    OutageCommand(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** The protocols of one size run at the same time, in processes of their own; the sizes one after the other. */
    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("salesforce-cc-outage");
        out.println("logs in " + folder);
        out.flush();
        List<OutageResult> results = new ArrayList<>();
        boolean good = true;
        for (int size : shared.subscriptions()) {
            List<Callable<OutageResult>> runs = new ArrayList<>();
            for (Protocol protocol : shared.protocols()) {
                if (protocol != Protocol.MANAGED) {
                    Path own = Files.createDirectory(folder.resolve(protocol + "-" + size));
                    runs.add(new OutageRun(protocol, size, shared.outage(), own, ticker)::call);
                }
            }
            List<OutageResult> done = AtOnce.results(runs, out);
            done.forEach(result -> out.println(result.details()));
            out.flush();
            good &= done.size() == runs.size();
            results.addAll(done);
        }
        out.println();
        out.println(OutageResult.table(results));
        out.flush();
        return good && results.stream().allMatch(OutageResult::isGood) ? 0 : 1;
    }
}
