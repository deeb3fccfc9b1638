package org.concord.ledger.book;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a lane and PostgreSQL and cuts the line at a statement: before it, after it, or with it on its way. A deed
 * may come before the cut, such as to kill one of the two. It passes on whole requests, so that what was sent was sent.
 */
final class CuttingProxy implements AutoCloseable {

    enum Point {
        /** The server never sees the statement. */
        BEFORE,
        /** The server has it, and whether it gets done before the line is seen to be cut is anybody's guess. */
        DURING,
        /** The server has done it and said so, and the client never hears it. */
        AFTER
    }

    private record Plan(String marker, Point point, Runnable deed) {}

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(String host, int port) throws IOException {
        this.server = new InetSocketAddress(host, port);
        this.door = freeDoor();
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket freeDoor() throws IOException {
        IOException last = new IOException("no port tried");
        for (int port = 22_400; port < 22_500; port++) {
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once, at the next statement that contains the text. */
    void cutAt(String text, Point point) {
        cutAt(text, point, () -> {});
    }

    /** Cuts once, at the next statement that contains the text, and does the deed before anybody hears of the cut. */
    void cutAt(String text, Point point, Runnable deed) {
        plan.set(new Plan(text, point, deed));
    }

    /** Those that are done. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    /** A server that is away refuses the client as it would without us. */
    private void connect(Socket client) {
        Socket upstream = new Socket();
        open.add(client);
        open.add(upstream);
        try {
            upstream.connect(server, 5_000);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        } catch (IOException away) {
            cut(client, upstream);
            return;
        }
        AtomicReference<@Nullable Plan> cutting = new AtomicReference<>();
        Thread.ofVirtual().start(() -> toServer(client, upstream, cutting));
        Thread.ofVirtual().start(() -> toClient(upstream, client, cutting));
    }

    private void toServer(Socket client, Socket upstream, AtomicReference<@Nullable Plan> cutting) {
        try (InputStream in = client.getInputStream();
                OutputStream out = upstream.getOutputStream()) {
            Requests requests = new Requests(in);
            while (true) {
                Request request = requests.next();
                Plan hit = hit(request.statements());
                if (hit != null && hit.point() == Point.BEFORE) {
                    carryOut(hit, client, upstream);
                    return;
                }
                if (hit != null && hit.point() == Point.AFTER) {
                    cutting.set(hit);
                }
                out.write(request.bytes());
                out.flush();
                if (hit != null && hit.point() == Point.DURING) {
                    carryOut(hit, client, upstream);
                    return;
                }
            }
        } catch (IOException ended) {
            cut(client, upstream);
        }
    }

    private @Nullable Plan hit(String statements) {
        Plan armed = plan.get();
        return armed != null && statements.contains(armed.marker()) && plan.compareAndSet(armed, null) ? armed : null;
    }

    private void toClient(Socket upstream, Socket client, AtomicReference<@Nullable Plan> cutting) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = upstream.getInputStream();
                OutputStream out = client.getOutputStream()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                Plan hit = cutting.get();
                if (hit == null) {
                    out.write(buffer, 0, n);
                    out.flush();
                } else if (isReady(buffer, n)) {
                    carryOut(hit, client, upstream);
                    return;
                }
            }
        } catch (IOException ended) {
            // as below
        }
        cut(client, upstream);
    }

    /** Whether the server's answer ends here: {@code ReadyForQuery}, of five bytes and a status. */
    private static boolean isReady(byte[] bytes, int length) {
        int at = length - 6;
        return at >= 0 && bytes[at] == 'Z' && bytes[at + 3] == 0 && bytes[at + 4] == 5;
    }

    private void carryOut(Plan hit, Socket client, Socket upstream) {
        try {
            hit.deed().run();
        } finally {
            cut(client, upstream);
            cuts.incrementAndGet();
        }
    }

    private void cut(Socket... sockets) {
        for (Socket socket : sockets) {
            open.remove(socket);
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // it is cut either way
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::cut);
    }

    /**
     * A client's messages up to where it waits for the server.
     *
     * @param statements the texts of what it asks for, without the values
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, compared by nobody
    private record Request(byte[] bytes, String statements) {}

    private static final class Requests {

        /** Parse, Bind, Describe, Execute, Close: more follows them. */
        private static final String MORE_FOLLOWS = "PBDEC";

        /** The upper half of the code in a message that begins a session; others ask for encryption first. */
        private static final int PROTOCOL = 3;

        private final DataInputStream in;
        private boolean begun;

        Requests(InputStream in) {
            this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        }

        /** @throws EOFException when the client has gone */
        Request next() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            StringBuilder statements = new StringBuilder();
            DataOutputStream request = new DataOutputStream(bytes);
            if (!begun) {
                int length = in.readInt();
                int code = in.readInt();
                request.writeInt(length);
                request.writeInt(code);
                request.write(in.readNBytes(length - 2 * Integer.BYTES));
                begun = code >> 16 == PROTOCOL;
                return new Request(bytes.toByteArray(), "");
            }
            char type;
            do {
                type = (char) in.readUnsignedByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - Integer.BYTES);
                request.writeByte(type);
                request.writeInt(length);
                request.write(body);
                if (type == 'P') {
                    statements.append(new String(body, StandardCharsets.ISO_8859_1));
                }
            } while (MORE_FOLLOWS.indexOf(type) >= 0);
            return new Request(bytes.toByteArray(), statements.toString());
        }
    }
}
