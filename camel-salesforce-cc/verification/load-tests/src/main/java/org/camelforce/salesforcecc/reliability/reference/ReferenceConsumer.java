package org.camelforce.salesforcecc.reliability.reference;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.camelforce.salesforcecc.reliability.recording.ReplayNumber;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer of the Pub/Sub API. Without a mistake it loses nothing: it processes a batch, writes the position, asks
 * for the next batch, and subscribes again after the last event that it has processed whenever a stream has ended.
 */
public final class ReferenceConsumer implements AutoCloseable {

    private static final int BATCH = 20;
    private static final int WORKERS = 4;
    private static final int UNEVEN_STEPS = 7;
    private static final long UNEVEN_MILLIS = 5;
    private static final long RETRY_MILLIS = 300;

    private final OrgAddress org;
    private final Mistake mistake;
    private final PositionClaim claim;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Login login;
    private final Decoder decoder = new Decoder();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS);
    private final ManagedChannel channel;
    private @Nullable String token;
    private @Nullable ByteString processed;
    private long committed = Long.MIN_VALUE;
    private int stream;
    private boolean newestNext;

    /**
     * @param org the org
     * @param mistake what to do wrong
     * @param claim where the position is
     * @param recorder hears what happens
     * @param clock stamps positions
     */
    public ReferenceConsumer(
            OrgAddress org, Mistake mistake, PositionClaim claim, Recorder recorder, InstantSource clock) {
        this.org = org;
        this.mistake = mistake;
        this.claim = claim;
        this.recorder = recorder;
        this.clock = clock;
        this.login = new Login(org);
        this.channel = NettyChannelBuilder.forAddress(org.pubSubHost(), org.pubSubPort())
                .useTransportSecurity()
                .build();
        claim.found()
                .ifPresent(position ->
                        processed = ByteString.copyFrom(position.replayId().bytes()));
    }

    /** Begins to subscribe. */
    public void start() {
        thread.execute(this::subscribe);
    }

    /** Ends at once. */
    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        workers.shutdownNow();
        channel.shutdownNow();
        claim.close();
    }

    private void subscribe() {
        int opened = ++stream;
        try {
            if (token == null) {
                token = login.token();
            }
        } catch (IOException e) {
            retry(opened);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        PubSubGrpc.PubSubStub stub =
                PubSubGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
        Responses responses = new Responses(opened);
        responses.requests = stub.subscribe(responses);
        responses.requests.onNext(first());
    }

    private FetchRequest first() {
        FetchRequest.Builder first =
                FetchRequest.newBuilder().setTopicName(org.channel()).setNumRequested(BATCH);
        ByteString last = processed;
        if (last == null || newestNext) {
            newestNext = false;
            return first.setReplayPreset(ReplayPreset.LATEST).build();
        }
        return first.setReplayPreset(ReplayPreset.CUSTOM).setReplayId(last).build();
    }

    private Metadata headers() {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("accesstoken", Metadata.ASCII_STRING_MARSHALLER), String.valueOf(token));
        headers.put(Metadata.Key.of("instanceurl", Metadata.ASCII_STRING_MARSHALLER), org.loginUrl());
        headers.put(Metadata.Key.of("tenantid", Metadata.ASCII_STRING_MARSHALLER), org.orgId());
        return headers;
    }

    private void retry(int ended) {
        if (ended == stream && !thread.isShutdown()) {
            stream++;
            thread.schedule(this::subscribe, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void process(List<ConsumerEvent> events) throws IOException {
        if (mistake == Mistake.COMMITS_FIRST) {
            commit(events.get(events.size() - 1).getReplayId());
        }
        if (mistake == Mistake.COMMITS_HIGHEST) {
            processAtOnce(events);
            return;
        }
        for (ConsumerEvent event : events) {
            String id = id(event);
            if (id != null) {
                recorder.received(id, ReplayNumber.of(event.getReplayId().toByteArray()));
                recorder.routed(id);
            }
            processed = event.getReplayId();
        }
        if (mistake != Mistake.COMMITS_FIRST) {
            commit(events.get(events.size() - 1).getReplayId());
        }
    }

    private void processAtOnce(List<ConsumerEvent> events) throws IOException {
        for (ConsumerEvent event : events) {
            String id = String.valueOf(id(event));
            recorder.received(id, ReplayNumber.of(event.getReplayId().toByteArray()));
            long millis = UNEVEN_MILLIS * Math.floorMod(id.hashCode() * 31, UNEVEN_STEPS);
            workers.schedule(() -> finish(id, event.getReplayId()), millis, TimeUnit.MILLISECONDS);
            processed = event.getReplayId();
        }
    }

    private synchronized void finish(String id, ByteString position) {
        recorder.routed(id);
        try {
            commit(position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String id(ConsumerEvent event) throws IOException {
        try {
            return decoder.id(
                    event.getEvent(),
                    PubSubGrpc.newBlockingStub(channel)
                            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers())));
        } catch (IOException | RuntimeException e) {
            if (mistake == Mistake.SWALLOWS_DECODE_ERRORS) {
                return null;
            }
            throw e;
        }
    }

    private void commit(ByteString position) throws IOException {
        long number = ReplayNumber.of(position.toByteArray());
        if (number > committed) {
            committed = number;
            claim.commit(new StoredPosition(ReplayId.ofBytes(position.toByteArray()), clock.instant()));
        }
    }

    /** What the org answers to one subscription, handed to the one thread. */
    private final class Responses implements StreamObserver<FetchResponse> {

        private final int opened;
        private @Nullable StreamObserver<FetchRequest> requests;

        Responses(int opened) {
            this.opened = opened;
        }

        @Override
        public void onNext(FetchResponse response) {
            thread.execute(() -> take(response));
        }

        private void take(FetchResponse response) {
            if (opened != stream) {
                return;
            }
            try {
                if (response.getEventsCount() > 0) {
                    process(response.getEventsList());
                }
                StreamObserver<FetchRequest> open = requests;
                if (open != null && response.getPendingNumRequested() == 0) {
                    open.onNext(FetchRequest.newBuilder()
                            .setTopicName(org.channel())
                            .setNumRequested(BATCH)
                            .build());
                }
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }

        @Override
        public void onError(Throwable error) {
            thread.execute(() -> failed(error));
        }

        private void failed(Throwable error) {
            if (requests instanceof ClientCallStreamObserver<FetchRequest> call) {
                call.cancel("cannot go on", error);
            }
            if (Status.fromThrowable(error).getCode() == Status.Code.UNAUTHENTICATED) {
                token = null;
            }
            newestNext = mistake == Mistake.LATEST_AFTER_ERROR;
            retry(opened);
        }

        @Override
        public void onCompleted() {
            if (mistake != Mistake.IGNORES_COMPLETION) {
                thread.execute(() -> retry(opened));
            }
        }
    }
}
