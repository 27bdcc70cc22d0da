package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Decompresses the bodies of requests (REST API Developer Guide, "Compression Headers"). */
final class DecompressionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String encoding = request.getHeader("Content-Encoding");
        String coding = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        switch (coding) {
            case "identity" -> chain.doFilter(request, response);
            case "gzip", "deflate" ->
                chain.doFilter(
                        new DecodedRequest(request, sent -> new DecompressedStream(sent, coding.equals("gzip"))),
                        response);
            default ->
                UnsupportedMediaType.write(
                        request,
                        response,
                        "Content-Encoding header specified in HTTP request is not supported: " + encoding);
        }
    }
}
