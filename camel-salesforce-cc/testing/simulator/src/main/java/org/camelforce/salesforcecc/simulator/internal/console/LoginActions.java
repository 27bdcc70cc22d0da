package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.jspecify.annotations.Nullable;

/** What people set wrongly in an app and its user, and how they mend it. Safe for use by several threads. */
final class LoginActions {

    private static final String API = "api";

    private final ConsoleOrg org;
    private volatile @Nullable String formerRunAs;

    LoginActions(ConsoleOrg org) {
        this.org = org;
    }

    /** @return what to tell the person */
    String breakLogins(JsonNode arguments) {
        return switch (arguments.path("what").asText("")) {
            case "run-as" -> {
                org.app().runAsUsername().ifPresent(username -> formerRunAs = username);
                org.app().setRunAsUsername(null);
                yield "The app no longer has a Run As user. New logins are denied.";
            }
            case "user" -> {
                User user = runAs().orElseThrow(
                                () -> new IllegalArgumentException("The app has no Run As user to deactivate."));
                user.setActive(false);
                yield "User " + user.username() + " is inactive. Its sessions ended, and new logins are denied.";
            }
            case "flow" -> {
                org.app().setClientCredentialsEnabled(false);
                yield "The client credentials flow is switched off. New logins are denied.";
            }
            case "scope" -> {
                TreeSet<String> scopes = new TreeSet<>(org.app().scopes());
                scopes.remove(API);
                org.app().setScopes(scopes);
                yield "The app no longer has the scope api. New logins are denied or cannot use the API.";
            }
            default -> throw new IllegalArgumentException("Choose what to break.");
        };
    }

    /** @return what to tell the person */
    String repairLogins() {
        String former = formerRunAs;
        if (org.app().runAsUsername().isEmpty() && former != null) {
            org.app().setRunAsUsername(former);
        }
        runAs().ifPresent(user -> user.setActive(true));
        org.app().setClientCredentialsEnabled(true);
        TreeSet<String> scopes = new TreeSet<>(org.app().scopes());
        scopes.add(API);
        org.app().setScopes(scopes);
        return "The app is as it was, and logins work again.";
    }

    /** @return why logins are denied now, in the words of the page; empty if they are not */
    static List<String> problems(ConsoleOrg org) {
        List<String> problems = new ArrayList<>();
        if (!org.app().isClientCredentialsEnabled()) {
            problems.add("flow switched off");
        }
        if (!org.app().scopes().contains(API)) {
            problems.add("scope api missing");
        }
        if (org.app().runAsUsername().isEmpty()) {
            problems.add("no Run As user");
        }
        if (org.app()
                .runAsUsername()
                .flatMap(org.org()::user)
                .filter(user -> !user.isActive())
                .isPresent()) {
            problems.add("user inactive");
        }
        return problems;
    }

    private Optional<User> runAs() {
        return org.app().runAsUsername().flatMap(org.org()::user);
    }
}
