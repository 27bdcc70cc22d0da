package org.camelforce.salesforcecc.internal.subscription;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where positions are kept: in the subscription's own store, in the component's, or else in files for durable
 * subscriptions and in memory for others. Lives as long as the component object. Safe for use by several threads.
 */
public final class PositionStores {

    private final ReplayStore memory = new MemoryReplayStore();
    private final PositionReleases releases = new PositionReleases();
    private final Supplier<@Nullable ReplayStore> components;
    private final Supplier<String> location;
    private @Nullable ReplayStore files;
    private @Nullable Path folder;

    /**
     * @param components yields the component's store, null without one
     * @param location yields the folder of the files
     */
    public PositionStores(Supplier<@Nullable ReplayStore> components, Supplier<String> location) {
        this.components = components;
        this.location = location;
    }

    ReplayStore of(SubscriptionOptions options) {
        if (options.getReplayStore() != null) {
            return options.getReplayStore();
        }
        if (!options.isDurable()) {
            return memory;
        }
        ReplayStore shared = components.get();
        return shared == null ? files(Path.of(location.get())) : shared;
    }

    PositionReleases releases() {
        return releases;
    }

    private synchronized ReplayStore files(Path wanted) {
        ReplayStore known = files;
        if (known == null || !wanted.equals(folder)) {
            known = new FileReplayStore(wanted);
            files = known;
            folder = wanted;
        }
        return known;
    }
}
