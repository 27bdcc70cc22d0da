package org.camelforce.salesforcecc.karaf.shell;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Completes a name that each component has. */
abstract class RunningNames implements Completer {

    private final Function<FoundComponent, String> name;

    @Reference
    private @Nullable BundleContext bundleContext;

    RunningNames(Function<FoundComponent, String> name) {
        this.name = name;
    }

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        try (RunningComponents running = new RunningComponents(Objects.requireNonNull(bundleContext))) {
            List<String> names = running.all().stream().map(name).distinct().toList();
            return new StringsCompleter(names).complete(session, line, candidates);
        }
    }
}
