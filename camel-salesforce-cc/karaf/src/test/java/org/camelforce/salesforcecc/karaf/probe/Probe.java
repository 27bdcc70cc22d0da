package org.camelforce.salesforcecc.karaf.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The probe of one framework. */
public final class Probe implements ProbeMXBean {

    private static final Subject ADMINISTRATOR = new Subject(
            true,
            Set.of(
                    new RolePrincipal("admin"),
                    new RolePrincipal("manager"),
                    new RolePrincipal("viewer"),
                    new RolePrincipal("systembundles")),
            Set.of(),
            Set.of());

    private final BundleContext context;

    Probe(BundleContext context) {
        this.context = context;
    }

    @Override
    public String execute(String line) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ServiceReference<SessionFactory> reference = context.getServiceReference(SessionFactory.class);
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
                Session session =
                        context.getService(reference).create(new ByteArrayInputStream(new byte[0]), out, out)) {
            PrivilegedExceptionAction<Object> run = () -> session.execute(line);
            Object result = Subject.doAs(ADMINISTRATOR, run);
            if (result != null) {
                out.println(result);
            }
        } finally {
            context.ungetService(reference);
        }
        return printed.toString(StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]", "");
    }

    @Override
    public boolean isBooted() {
        return context.getServiceReference("org.apache.karaf.features.BootFinished") != null;
    }

    @Override
    public Map<String, String> getBundles() {
        return Arrays.stream(context.getBundles()).collect(Collectors.toMap(Bundle::getLocation, Probe::state));
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            default -> "uninstalled";
        };
    }
}
