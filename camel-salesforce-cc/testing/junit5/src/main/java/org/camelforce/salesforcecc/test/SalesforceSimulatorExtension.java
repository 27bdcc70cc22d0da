package org.camelforce.salesforcecc.test;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.camelforce.salesforcecc.test.internal.RunningSimulators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Starts, injects, checks and closes simulators for {@link WithSalesforceSimulator}. */
public final class SalesforceSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SalesforceSimulatorExtension.class);
    private static final Duration LEAK_CHECK_TIMEOUT = Duration.ofSeconds(5);
    private static final String THREADS_OF_GRPC = "threadsOfGrpc";

    /** Used by {@code @ExtendWith}. */
    public SalesforceSimulatorExtension() {}

    /** A constructor's parameter belongs to the test that the instance is made for, not to its class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (annotation(context).leakCheck()) {
            context.getStore(NAMESPACE).put(THREADS_OF_GRPC, LeakCheck.threadsOfGrpc());
        }
        if (annotation(context).lifetime() == Lifetime.CLASS) {
            SalesforceSimulator simulator = start(context);
            RunningSimulators.started(context.getRequiredTestClass(), simulator);
            beginCheck(context, simulator);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SalesforceSimulator simulator = simulator(context);
        if (annotation(context).lifetime() == Lifetime.METHOD) {
            beginCheck(context, simulator);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        LeakCheck check = annotation(context).lifetime() == Lifetime.METHOD ? endCheck(context) : null;
        try {
            if (context.getExecutionException().isPresent()) {
                // a test that has failed may not have come to the end of what it cleans up
                skipCheckOfClass(context);
            } else if (check != null) {
                check.assertNothingLeaked("The test");
            }
        } finally {
            if (annotation(context).lifetime() == Lifetime.METHOD) {
                close(context);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LeakCheck check = annotation(context).lifetime() == Lifetime.CLASS ? endCheck(context) : null;
        try {
            if (check != null) {
                check.assertNothingLeaked("A test of the class");
            }
            Set<?> before = context.getStore(NAMESPACE).remove(THREADS_OF_GRPC, Set.class);
            if (before != null) {
                LeakCheck.assertNoThreadOfGrpcLeaked(before, leakCheckTimeout(context));
            }
        } finally {
            if (annotation(context).lifetime() == Lifetime.CLASS) {
                RunningSimulators.closing(context.getRequiredTestClass());
                close(context);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SalesforceSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator(context);
    }

    private static void beginCheck(ExtensionContext context, SalesforceSimulator simulator) {
        if (annotation(context).leakCheck()) {
            context.getStore(NAMESPACE).put(LeakCheck.class, new LeakCheck(simulator, leakCheckTimeout(context)));
        }
    }

    private static @Nullable LeakCheck endCheck(ExtensionContext context) {
        return context.getStore(NAMESPACE).remove(LeakCheck.class, LeakCheck.class);
    }

    private static void skipCheckOfClass(ExtensionContext context) {
        Optional<ExtensionContext> outer = context.getParent();
        while (outer.isPresent()) {
            outer.get().getStore(NAMESPACE).remove(THREADS_OF_GRPC);
            outer.get().getStore(NAMESPACE).remove(LeakCheck.class);
            outer = outer.get().getParent();
        }
    }

    private static Duration leakCheckTimeout(ExtensionContext context) {
        return context.getConfigurationParameter(
                        WithSalesforceSimulator.LEAK_CHECK_TIMEOUT_MILLIS,
                        millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(LEAK_CHECK_TIMEOUT);
    }

    private static SalesforceSimulator simulator(ExtensionContext context) {
        SalesforceSimulator running =
                context.getStore(NAMESPACE).get(SalesforceSimulator.class, SalesforceSimulator.class);
        return running != null ? running : start(context);
    }

    private static SalesforceSimulator start(ExtensionContext context) {
        SalesforceSimulator.Builder builder = SalesforceSimulator.builder();
        ReflectionSupport.newInstance(annotation(context).settings()).apply(builder);
        SalesforceSimulator simulator = builder.start();
        context.getStore(NAMESPACE).put(SalesforceSimulator.class, simulator);
        return simulator;
    }

    private static void close(ExtensionContext context) {
        SalesforceSimulator simulator =
                context.getStore(NAMESPACE).remove(SalesforceSimulator.class, SalesforceSimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }

    private static WithSalesforceSimulator annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithSalesforceSimulator.class)
                .orElseThrow(() -> new IllegalStateException(
                        "SalesforceSimulatorExtension is used through @WithSalesforceSimulator"));
    }
}
