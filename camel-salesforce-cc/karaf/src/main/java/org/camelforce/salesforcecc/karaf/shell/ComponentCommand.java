package org.camelforce.salesforcecc.karaf.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** What the commands have in common: they find components, and do something for each of them. */
abstract class ComponentCommand implements Action {

    private static final String HOW_TO =
            "No Camel context uses salesforce-cc. Put loginUrl, clientId and clientSecret into"
                    + " etc/org.camelforce.salesforcecc.cfg, or into etc/org.camelforce.salesforcecc-NAME.cfg for"
                    + " a component NAME, and start a route with the endpoint salesforce-cc:... or NAME:...";

    @Reference
    private @Nullable BundleContext bundleContext;

    @Reference
    private @Nullable Session session;

    @Option(name = "--context", description = "Name of a Camel context. Default: all.")
    @Completion(ContextNames.class)
    private @Nullable String context;

    @Option(name = "--component", description = "Name of a component. Default: all.")
    @Completion(ComponentNames.class)
    private @Nullable String component;

    @Override
    public final @Nullable Object execute() throws Exception {
        PrintStream out = Objects.requireNonNull(session).getConsole();
        try (RunningComponents running = new RunningComponents(Objects.requireNonNull(bundleContext))) {
            List<FoundComponent> chosen =
                    running.all().stream().filter(this::isChosen).toList();
            if (!chosen.isEmpty()) {
                print(chosen, out);
            } else if (running.all().isEmpty()) {
                out.println(HOW_TO);
            } else {
                out.println("No component has this name. The components are "
                        + running.all().stream().map(FoundComponent::title).collect(Collectors.joining(", ")));
            }
        }
        return null;
    }

    /**
     * @param components at least one
     * @param out the console
     */
    abstract void print(List<FoundComponent> components, PrintStream out) throws Exception;

    private boolean isChosen(FoundComponent found) {
        return (context == null || context.equals(found.context()))
                && (component == null || component.equals(found.name()));
    }
}
