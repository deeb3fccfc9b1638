package org.concord.verifier.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** A witness behind HTTP: {@code POST /add-checkpoint}, and nothing else. */
public final class WitnessServer implements AutoCloseable {

    /** A checkpoint with 16 post-quantum signatures and the longest proof needs less than a third of it. */
    private static final int LONGEST_BODY = 256 * 1024;

    /** Each request holds at most its body; so many at once are far more than logs have reason to send. */
    private static final int MOST_AT_ONCE = 64;

    private final Witness witness;
    private final Consumer<String> record;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    private WitnessServer(Witness witness, Consumer<String> record, HttpServer server) {
        this.witness = witness;
        this.record = record;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param address with port 0 for any free port
     * @param record takes one line per request
     * @throws IOException when the port is taken
     */
    public static WitnessServer start(Witness witness, InetSocketAddress address, Consumer<String> record)
            throws IOException {
        HttpServer server = HttpServer.create(address, MOST_AT_ONCE);
        WitnessServer door = new WitnessServer(witness, record, server);
        server.createContext("/", door::handle);
        server.setExecutor(door.threads);
        server.start();
        return door;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            if (!places.tryAcquire()) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, Witness.Answer.refused(503, "busy; ask again", "-"));
                return;
            }
            try {
                answer(exchange, decide(exchange));
            } finally {
                places.release();
            }
        } catch (IOException | UncheckedIOException gone) {
            record.accept("no answer could be given: " + gone.getMessage());
        }
    }

    private Witness.Answer decide(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return Witness.Answer.refused(404, "a witness answers POST /add-checkpoint", "-");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return Witness.Answer.refused(405, "a witness answers POST /add-checkpoint", "-");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Witness.Answer.refused(413, "a request has at most 262144 bytes", "-");
        }
        try {
            return witness.add(body);
        } catch (IOException | RuntimeException notKept) {
            record.accept("the memory could not be read or written: " + notKept);
            return Witness.Answer.refused(500, "the checkpoint could not be kept, and so is not cosigned", "-");
        }
    }

    private void answer(HttpExchange exchange, Witness.Answer answer) throws IOException {
        String said = answer.status() == 200 ? "cosigned" : answer.body().strip();
        record.accept("add-checkpoint " + answer.about() + ": " + answer.status() + " " + said);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** Stops to listen; requests under way are cut off, and the logs will ask again. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
