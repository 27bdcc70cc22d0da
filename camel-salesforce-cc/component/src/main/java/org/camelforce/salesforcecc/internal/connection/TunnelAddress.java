package org.camelforce.salesforcecc.internal.connection;

import io.grpc.ProxiedSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server that gRPC reaches through a proxy. */
final class TunnelAddress extends ProxiedSocketAddress {

    private static final long serialVersionUID = 1L;

    private final InetSocketAddress proxy;
    private final InetSocketAddress target;

    private TunnelAddress(InetSocketAddress proxy, InetSocketAddress target) {
        this.proxy = proxy;
        this.target = target;
    }

    /**
     * gRPC's {@code ProxyDetector}.
     *
     * @param settings the proxy
     * @param target what gRPC connects to
     * @return the way through the proxy; null if the target is not reached through it
     * @throws IOException if the proxy's host is not known; the message names the option
     */
    static @Nullable TunnelAddress of(HttpProxySettings settings, SocketAddress target) throws IOException {
        if (!(target instanceof InetSocketAddress address)
                || !settings.isFor(address.getHostString(), address.getPort())) {
            return null;
        }
        InetSocketAddress proxy = new InetSocketAddress(settings.host(), settings.port());
        if (proxy.isUnresolved()) {
            throw new IOException("The host " + settings.host() + " of option httpProxyHost is not known");
        }
        return new TunnelAddress(proxy, address);
    }

    InetSocketAddress proxy() {
        return proxy;
    }

    /** Not resolved: that is the proxy's task. */
    InetSocketAddress target() {
        return target;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TunnelAddress address && address.proxy.equals(proxy) && address.target.equals(target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(proxy, target);
    }

    @Override
    public String toString() {
        return target + " through " + proxy;
    }
}
