package org.camelforce.salesforcecc.karaf.shell;

import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Completes the names of Camel contexts that have components of ours. */
@Service
public final class ContextNames implements Completer {

    @Reference
    private @Nullable BundleContext bundleContext;

    /** Created by the shell. */
    public ContextNames() {}

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try (RunningComponents running = new RunningComponents(Objects.requireNonNull(bundleContext))) {
            List<String> names = running.all().stream()
                    .map(FoundComponent::context)
                    .distinct()
                    .toList();
            return new StringsCompleter(names).complete(session, line, candidates);
        }
    }
}
