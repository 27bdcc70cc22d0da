package org.camelforce.salesforcecc.karaf.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Examines the login of components. */
@Service
@Command(
        scope = "salesforce-cc",
        name = "doctor",
        description = "Examines step by step whether a login with the component's settings works, and says what to"
                + " change. Logs in once or twice; changes nothing.")
public final class DoctorCommand extends ComponentCommand {

    /** Created by the shell. */
    public DoctorCommand() {}

    @Override
    void print(List<FoundComponent> components, PrintStream out) throws InterruptedException {
        for (FoundComponent found : components) {
            out.println(found.title());
            report(found).forEach(out::println);
        }
    }

    private static List<String> report(FoundComponent found) throws InterruptedException {
        try {
            return found.component().doctor().examine().lines();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return List.of("It cannot be examined: " + e.getMessage());
        }
    }
}
