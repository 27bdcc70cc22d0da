package org.camelforce.salesforcecc.internal.connection;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What those share who have the same options: opened for the first of them, and handed back to be closed by the last.
 * Safe for use by several threads.
 *
 * @param <T> what is shared
 */
public final class SharedByOptions<T> {

    private final Map<Object, Share<T>> byOptions = new HashMap<>();

    /** Makes what is shared, without waiting for anything. */
    public interface Opening<T, E extends Exception> {

        /** {@return what is shared} */
        T open() throws E;
    }

    private static final class Share<T> {

        private final T shared;
        private int users;

        private Share(T shared) {
            this.shared = shared;
        }
    }

    /**
     * @param options compared with {@code equals}
     * @param opening is asked if nobody has these options yet
     * @param <E> what the opening fails with
     * @return what is shared by all with these options
     * @throws E if it cannot be opened
     */
    public synchronized <E extends Exception> T acquire(Object options, Opening<? extends T, E> opening) throws E {
        Share<T> share = byOptions.get(options);
        if (share == null) {
            share = new Share<>(opening.open());
            byOptions.put(options, share);
        }
        share.users++;
        return share.shared;
    }

    /**
     * @param options as given to {@link #acquire}, which has not failed
     * @return what nobody uses any more, to be closed; null if somebody does
     */
    public synchronized @Nullable T release(Object options) {
        Share<T> share = byOptions.get(options);
        if (share == null || --share.users > 0) {
            return null;
        }
        byOptions.remove(options);
        return share.shared;
    }
}
