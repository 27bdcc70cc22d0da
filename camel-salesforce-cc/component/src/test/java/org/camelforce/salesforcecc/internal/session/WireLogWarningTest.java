package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireLogWarningTest {

    private final Logger logger = (Logger) LogManager.getLogger(WireLogWarning.class);
    private final Warnings warnings = new Warnings();

    @BeforeEach
    void listen() {
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void stopListening() {
        logger.removeAppender(warnings);
        warnings.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.jetty.http",
                "io.netty",
                "io.grpc.netty",
                "org.apache.hc.client5.http.headers",
                "org.apache.hc.client5.http.wire",
                "org.apache.camel.main",
                "org.apache.camel.component.properties"
            })
    void checkWhenLoggerPrintsSecretsThenWarnsOnceAndNamesIt(String name) {
        Level before = LogManager.getLogger(name).getLevel();
        Configurator.setLevel(name, Level.DEBUG);
        try {
            AtomicBoolean warned = new AtomicBoolean();

            WireLogWarning.check(warned);
            WireLogWarning.check(warned);

            assertThat(warnings.texts).singleElement().asString().contains(name);
        } finally {
            Configurator.setLevel(name, before);
        }
    }

    @Test
    void checkWhenAllAreAtInfoThenSilent() {
        WireLogWarning.check(new AtomicBoolean());

        assertThat(warnings.texts).isEmpty();
    }

    private static final class Warnings extends AbstractAppender {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        private Warnings() {
            super("warnings", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            texts.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
