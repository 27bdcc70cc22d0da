package org.camelforce.salesforcecc.karaf.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Logs in again, one component after the other. */
@Service
@Command(
        scope = "salesforce-cc",
        name = "renew",
        description = "Logs in again. The token in use stays in use until there is the next one.")
public final class RenewCommand extends ComponentCommand {

    /** Created by the shell. */
    public RenewCommand() {}

    @Override
    void print(List<FoundComponent> components, PrintStream out) throws InterruptedException {
        for (FoundComponent found : components) {
            out.println(found.title() + ": " + found.component().renewNow());
        }
    }
}
