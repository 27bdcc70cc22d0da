package org.camelforce.salesforcecc.test.support;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What is logged at a level or above while this is open. */
public final class LogLines extends AbstractAppender implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<Map<String, String>> keys = new ConcurrentLinkedQueue<>();

    private LogLines() {
        super("log-lines", null, null, true, Property.EMPTY_ARRAY);
    }

    /**
     * Starts to keep lines.
     *
     * @param level the least level to keep
     * @return open until it is closed
     */
    public static LogLines from(Level level) {
        LogLines lines = new LogLines();
        lines.start();
        root().addAppender(lines, level, null);
        return lines;
    }

    /**
     * Finds lines.
     *
     * @param text what they have in them
     * @return the lines, oldest first
     */
    public List<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    /**
     * Finds what lines carry beside their text.
     *
     * @param eventName the event name of the lines
     * @return keys and values of each line, oldest first
     */
    public List<Map<String, String>> keysOf(String eventName) {
        return keys.stream()
                .filter(line -> eventName.equals(line.get("event.name")))
                .toList();
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        keys.add(event.getContextData().toMap());
    }

    @Override
    public void close() {
        root().removeAppender(getName());
        stop();
    }

    private static LoggerConfig root() {
        return ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
    }
}
