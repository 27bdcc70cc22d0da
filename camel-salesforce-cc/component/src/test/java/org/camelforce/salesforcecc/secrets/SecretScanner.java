package org.camelforce.salesforcecc.secrets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Reads every log event, with its stack trace, and remembers those in which a secret stands. */
final class SecretScanner extends AbstractAppender {

    static final String NAME = "secret-scanner";

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final AtomicLong EVENTS = new AtomicLong();

    SecretScanner() {
        super(NAME, null, null, true, Property.EMPTY_ARRAY);
    }

    static String takeFirstLeak() {
        String first = LEAKS.poll();
        LEAKS.clear();
        return first;
    }

    static long events() {
        return EVENTS.get();
    }

    @Override
    public void append(LogEvent event) {
        EVENTS.incrementAndGet();
        String text = event.getMessage().getFormattedMessage() + stackTrace(event.getThrown());
        Secrets.in(text)
                .ifPresent(secret -> LEAKS.add(event.getLevel() + " " + event.getLoggerName() + " by thread "
                        + event.getThreadName() + ": ..." + secret.substring(0, 15) + "... in a message of "
                        + text.length() + " characters"));
    }

    private static String stackTrace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
