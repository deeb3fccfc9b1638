package org.concord.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks over HTTP/1.1, one request at a time on each of many kept connections, from one thread: who measures must cost
 * little. Bodies are made once and have only their keys, accounts and amounts replaced. Each caller asks again as soon as
 * it is answered; what is measured is a window in the middle, when all of them are busy.
 */
final class Load implements AutoCloseable {

    /** After this an answer is taken for lost: twice what the service itself would wait. */
    private static final long LOST_NANOS = Duration.ofSeconds(60).toNanos();

    private final Selector selector;
    private final List<Caller> callers = new ArrayList<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 18);

    private Samples samples = new Samples();
    private long postings;
    private long failed;
    private String complaint = "";

    /** Makes the requests of one caller, each anew. */
    interface Requests {

        /** The next request, ready to be sent; the caller sends it whole before it asks for another. */
        ByteBuffer next();

        /** How many postings an answer of that status and beginning acknowledges; 0 for none. */
        int postings(int status, String beginning);
    }

    /** Connects the callers; nothing is sent yet. */
    Load(InetSocketAddress address, int count, Supplier<Requests> requests) {
        try {
            selector = Selector.open();
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                callers.add(new Caller(channel, requests.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service does not take connections", e);
        }
    }

    /** Asks for a while unmeasured, then measured, and reads the gauge at both ends of the window. */
    Figures run(Duration warmUp, Duration measured, Gauge gauge) {
        try {
            for (Caller caller : callers) {
                caller.ask();
            }
            serve(System.nanoTime() + warmUp.toNanos());
            samples = new Samples();
            postings = 0;
            failed = 0;
            long from = System.nanoTime();
            Gauge.Reading before = gauge.read();
            serve(from + measured.toNanos());
            Gauge.Reading used = gauge.read().since(before);
            double seconds = (System.nanoTime() - from) / 1e9;
            var figures =
                    new Figures(postings, failed, seconds, samples.millis(0.5), samples.millis(0.99), used, complaint);
            drain();
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException("the service closed a connection", e);
        }
    }

    /** Asks so many times in all, as fast as it goes; for filling a book and for figures that need no window. */
    Figures send(long requests, Gauge gauge) {
        try {
            long from = System.nanoTime();
            Gauge.Reading before = gauge.read();
            long toSend = requests;
            for (Caller caller : callers) {
                if (toSend > 0) {
                    caller.ask();
                    toSend--;
                }
            }
            remaining = toSend;
            drain();
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Figures(
                    postings,
                    failed,
                    seconds,
                    samples.millis(0.5),
                    samples.millis(0.99),
                    gauge.read().since(before),
                    complaint);
        } catch (IOException e) {
            throw new UncheckedIOException("the service closed a connection", e);
        }
    }

    /** Requests that may still be sent while draining. */
    private long remaining;

    private boolean draining;

    private void serve(long until) throws IOException {
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            select(Math.max(1, (until - now) / 1_000_000));
        }
    }

    private void drain() throws IOException {
        draining = true;
        long lost = System.nanoTime() + LOST_NANOS;
        while (callers.stream().anyMatch(caller -> caller.asked)) {
            if (select(100) > 0) {
                lost = System.nanoTime() + LOST_NANOS;
            } else if (System.nanoTime() > lost) {
                throw new IllegalStateException("an answer did not come within a minute");
            }
        }
        draining = false;
    }

    private int select(long millis) throws IOException {
        int ready = selector.select(millis);
        var keys = selector.selectedKeys();
        for (SelectionKey key : keys) {
            Caller caller = (Caller) key.attachment();
            if (key.isReadable()) {
                caller.read();
            }
            if (key.isValid() && key.isWritable()) {
                caller.write();
            }
        }
        keys.clear();
        return ready;
    }

    @Override
    public void close() {
        try {
            for (Caller caller : callers) {
                caller.channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Caller {
        private final SocketChannel channel;
        private final Requests requests;
        private final Answer answer = new Answer();
        private final SelectionKey key;
        private ByteBuffer output = ByteBuffer.allocate(0);
        private boolean asked;
        private long askedAt;

        private Caller(SocketChannel channel, Requests requests) throws IOException {
            this.channel = channel;
            this.requests = requests;
            this.key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void ask() throws IOException {
            output = requests.next();
            asked = true;
            askedAt = System.nanoTime();
            write();
        }

        private void write() throws IOException {
            channel.write(output);
            int interest = output.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            if (key.interestOps() != interest) {
                key.interestOps(interest);
            }
        }

        private void read() throws IOException {
            input.clear();
            if (channel.read(input) < 0) {
                throw new IOException("the connection was closed after " + answer);
            }
            input.flip();
            if (answer.take(input)) {
                answered();
            }
        }

        private void answered() throws IOException {
            samples.add(System.nanoTime() - askedAt);
            int posted = requests.postings(answer.status(), answer.beginning());
            postings += posted;
            if (posted == 0) {
                failed++;
                complaint = complaint.isEmpty() ? answer.status() + " " + answer.beginning() : complaint;
            }
            answer.reset();
            asked = false;
            if (!draining || remaining > 0) {
                remaining -= draining ? 1 : 0;
                ask();
            }
        }
    }
}
