package org.camelforce.salesforcecc.simulator.badinput;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** The errors that are logged while it is open. */
final class ErrorLog implements AutoCloseable {

    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final AbstractAppender appender = new AbstractAppender("errors", null, null, false, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            if (event.getLevel().isMoreSpecificThan(Level.ERROR)) {
                events.add(event.toImmutable());
            }
        }
    };

    ErrorLog() {
        appender.start();
        root.addAppender(appender);
    }

    List<LogEvent> events() {
        return events;
    }

    @Override
    public void close() {
        root.removeAppender(appender);
        appender.stop();
    }
}
