package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections there are, and which of them carries a call. */
class ChannelPoolTest {

    private final List<ManagedChannel> opened = new ArrayList<>();
    private final ChannelPool pool = new ChannelPool(this::open);

    @AfterEach
    void close() throws Exception {
        pool.close();
    }

    @Test
    void beginWhenThereIsRoomThenTheFirstConnectionCarriesTheCall() {
        fill();

        assertThat(opened).hasSize(1);
    }

    @Test
    void beginWhenThereIsNoRoomThenAnotherConnectionIsOpened() {
        fill();

        assertThat(pool.begin().channel()).isSameAs(opened.get(1));
        assertThat(opened).hasSize(2);
    }

    @Test
    void beginWhenACallOfTheFirstConnectionHasEndedThenThatCarriesTheNext() {
        ChannelPool.PooledChannel first = fill();
        pool.begin();

        first.ended();

        assertThat(pool.begin().channel()).isSameAs(opened.get(0));
        assertThat(pool.begin().channel()).isSameAs(opened.get(1));
    }

    @Test
    void beginWhenACallHasToFollowAnotherThenItCounts() {
        ChannelPool.PooledChannel first = pool.begin();
        for (int i = 1; i < ChannelPool.MAX_CALLS; i++) {
            first.began();
        }

        assertThat(pool.begin().channel()).isSameAs(opened.get(1));
    }

    @Test
    void beginWhenThePoolIsClosedThenNothingIsOpened() throws Exception {
        fill();

        pool.close();

        assertThat(pool.begin().channel().isShutdown()).isTrue();
        assertThat(opened).hasSize(1);
    }

    private ChannelPool.PooledChannel fill() {
        ChannelPool.PooledChannel last = pool.begin();
        for (int i = 1; i < ChannelPool.MAX_CALLS; i++) {
            last = pool.begin();
        }
        return last;
    }

    private ManagedChannel open() {
        ManagedChannel channel = NettyChannelBuilder.forAddress("localhost", 1).build();
        opened.add(channel);
        return channel;
    }
}
