package org.camelforce.salesforcecc.karaf.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Where the subscriptions are. */
@Service
@Command(
        scope = "salesforce-cc",
        name = "positions",
        description = "Shows the subscriptions with their state and position.")
public final class PositionsCommand extends ComponentCommand {

    /** Created by the shell. */
    public PositionsCommand() {}

    @Override
    void print(List<FoundComponent> components, PrintStream out) {
        for (FoundComponent found : components) {
            List<String> positions = found.component().showPositions();
            out.println(found.title() + (positions.isEmpty() ? ": no subscriptions" : ""));
            positions.forEach(position -> out.println("  " + position));
        }
    }
}
