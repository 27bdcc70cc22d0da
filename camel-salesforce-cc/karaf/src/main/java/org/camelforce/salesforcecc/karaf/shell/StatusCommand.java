package org.camelforce.salesforcecc.karaf.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.camel.util.TimeUtils;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Who is logged in where, and how it is going. */
@Service
@Command(
        scope = "salesforce-cc",
        name = "status",
        description = "Shows login and subscriptions of the components of salesforce-cc.")
public final class StatusCommand extends ComponentCommand {

    /** Created by the shell. */
    public StatusCommand() {}

    @Override
    void print(List<FoundComponent> components, PrintStream out) {
        ShellTable table = new ShellTable();
        List.of(
                        "Context",
                        "Component",
                        "Org",
                        "Run As user",
                        "Token",
                        "Age",
                        "Renewal in",
                        "Logins left",
                        "Subscriptions open",
                        "Last failure")
                .forEach(table::column);
        for (FoundComponent found : components) {
            SalesforceCcComponent component = found.component();
            table.addRow()
                    .addContent(
                            found.context(),
                            found.name(),
                            shown(component.getOrgId()),
                            shown(component.getRunAsUserId()),
                            token(component),
                            seconds(component.getTokenAgeSeconds()),
                            seconds(component.getTokenRenewalInSeconds()),
                            shown(component.getLoginsLeft()),
                            subscriptions(component),
                            shown(component.getLastLoginFailure()).replaceAll("\\s+", " "));
        }
        table.print(out);
    }

    private static String token(SalesforceCcComponent component) {
        if (!component.isStarted()) {
            return "stopped";
        }
        String fingerprint = component.getTokenFingerprint();
        return fingerprint == null ? "none" : fingerprint + (component.isTokenUsable() ? " usable" : " rejected");
    }

    private static String subscriptions(SalesforceCcComponent component) {
        if (!component.isStarted()) {
            return "";
        }
        Collection<SubscriptionStatus> all = component.subscriptions().statuses();
        long open = all.stream()
                .filter(status -> status.state() == SubscriptionState.OPEN)
                .count();
        return open + "/" + all.size();
    }

    private static String seconds(@Nullable Long seconds) {
        return seconds == null ? "" : TimeUtils.printDuration(Duration.ofSeconds(seconds));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
