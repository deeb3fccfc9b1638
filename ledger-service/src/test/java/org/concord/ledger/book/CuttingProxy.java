package org.concord.ledger.book;

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

/** Stands between a lane and PostgreSQL and cuts the line at a statement: before it, after it, or with it on its way. */
final class CuttingProxy implements AutoCloseable {

    enum Point {
        /** The server never sees the statement. */
        BEFORE,
        /** The server has it, and whether it gets done before the line is seen to be cut is anybody's guess. */
        DURING,
        /** The server has done it and said so, and the client never hears it. */
        AFTER
    }

    private record Plan(String marker, Point point) {}

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final AtomicReference<Plan> plan = new AtomicReference<>();
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
        plan.set(new Plan(text, point));
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket();
                open.add(client);
                open.add(upstream);
                upstream.connect(server, 5_000);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                AtomicReference<Point> cutting = new AtomicReference<>();
                Thread.ofVirtual().start(() -> toServer(client, upstream, cutting));
                Thread.ofVirtual().start(() -> toClient(upstream, client, cutting));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void toServer(Socket client, Socket upstream, AtomicReference<Point> cutting) {
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = client.getInputStream();
                OutputStream out = upstream.getOutputStream()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                Plan armed = plan.get();
                boolean hit = armed != null
                        && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(armed.marker())
                        && plan.compareAndSet(armed, null);
                if (hit) {
                    cuts.incrementAndGet();
                    if (armed.point() == Point.BEFORE) {
                        cut(client, upstream);
                        return;
                    }
                    cutting.set(armed.point());
                }
                out.write(buffer, 0, n);
                out.flush();
                if (hit && armed.point() == Point.DURING) {
                    cut(client, upstream);
                    return;
                }
            }
        } catch (IOException cut) {
            cut(client, upstream);
        }
    }

    private void toClient(Socket upstream, Socket client, AtomicReference<Point> cutting) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = upstream.getInputStream();
                OutputStream out = client.getOutputStream()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                if (cutting.get() == Point.AFTER) {
                    cut(client, upstream);
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException cut) {
            cut(client, upstream);
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
}
