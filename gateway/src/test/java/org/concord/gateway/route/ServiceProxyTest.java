package org.concord.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller sees when the service behind the door is not well. Real sockets on both sides. */
class ServiceProxyTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int service;
    private int door;

    @BeforeEach
    void openTheDoor() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            service = free.getLocalPort();
        }
        ServiceProxy proxy = new ServiceProxy(vertx, config(URI.create("http://127.0.0.1:" + service)));
        Router router = Router.router(vertx);
        router.route().handler(exchange -> {
            exchange.request().pause();
            proxy.pass(exchange, Service.LEDGER, "Bearer t");
        });
        door = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void closeTheDoor() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aServiceThatIsDownIsARefusalThatSaysWhenToComeBack() throws Exception {
        HttpResponse<String> answer = post();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(answer.body()).getString("type"))
                .isEqualTo("urn:concord:problem:service-unavailable");
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("ledger-service", "Idempotency-Key");
    }

    @Test
    void aServiceThatIsSilentIsATimeout() throws Exception {
        listen(exchange -> {});

        HttpResponse<String> answer = post();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:concord:problem:service-timeout");
    }

    @Test
    void aServiceThatHangsUpIsUnavailable() throws Exception {
        listen(exchange -> exchange.request().connection().close());

        assertThat(post().statusCode()).isEqualTo(503);
    }

    @Test
    void aServiceThatComesBackServesAgain() throws Exception {
        assertThat(post().statusCode()).isEqualTo(503);

        listen(exchange -> exchange.response().end("well again"));

        assertThat(post().body()).isEqualTo("well again");
    }

    private void listen(io.vertx.core.Handler<io.vertx.ext.web.RoutingContext> work) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(work);
        vertx.createHttpServer()
                .requestHandler(router)
                .listen(service, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/api/v1/books/1/allotments"))
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static RouteConfig config(URI service) {
        return new RouteConfig() {
            @Override
            public URI compact() {
                return service;
            }

            @Override
            public URI member() {
                return service;
            }

            @Override
            public URI ledger() {
                return service;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration answerTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public int connections() {
                return 4;
            }

            @Override
            public int queue() {
                return 4;
            }
        };
    }
}
