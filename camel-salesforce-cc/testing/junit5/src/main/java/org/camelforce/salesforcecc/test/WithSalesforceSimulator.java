package org.camelforce.salesforcecc.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a running {@link org.camelforce.salesforcecc.simulator.SalesforceSimulator}: declare it as a parameter
 * of a test, lifecycle method or constructor. After each test, when its {@code @AfterEach} methods have run, the test
 * fails if it has left behind a subscription or connection to the simulator, or a thread. Threads that gRPC shares
 * between channels are checked once, after the last test of the class; so is everything if the class shares a
 * simulator.
 *
 * <p>With Spring's test context framework, {@code @SpringBootTest} for example, put this annotation first and use
 * {@link Lifetime#CLASS}: the simulator starts before the application context, whose environment gets the properties
 * {@code camel.component.salesforce-cc.login-url}, {@code client-id} and {@code client-secret}, and with a Pub/Sub API
 * that speaks TLS, {@code pub-sub-host} and {@code pub-sub-port}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SalesforceSimulatorExtension.class)
public @interface WithSalesforceSimulator {

    /**
     * JUnit's configuration parameter for the time that a test's threads and connections have to end, in milliseconds;
     * default 5000.
     */
    String LEAK_CHECK_TIMEOUT_MILLIS = "salesforce-simulator.leak-check-timeout-millis";

    /** @return how long a simulator lives; default a new one for each test method */
    Lifetime lifetime() default Lifetime.METHOD;

    /** @return what changes the simulator's settings before it starts; needs a constructor without parameters */
    Class<? extends SimulatorSettings> settings() default SimulatorSettings.Defaults.class;

    /** @return whether tests fail that leave something behind; default true */
    boolean leakCheck() default true;

    /** How long a simulator lives. */
    enum Lifetime {
        /** Each test method has its own. */
        METHOD,
        /** All test methods of a class share one, with its records, sessions and events. */
        CLASS
    }
}
