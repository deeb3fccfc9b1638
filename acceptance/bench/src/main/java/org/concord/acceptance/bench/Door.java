package org.concord.acceptance.bench;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * Where a service is asked, and as whom.
 *
 * @param address its port on the loopback
 * @param token an access token that lives longer than a run
 */
record Door(InetSocketAddress address, Supplier<String> token) {

    /** The head of a POST up to its last fixed header; the caller adds its own and the empty line. */
    String head(String path, String contentType, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort() + "\r\nAuthorization: Bearer "
                + token.get() + "\r\nConcord-Member: " + Chart.MEMBER + "\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\n";
    }
}
