package org.concord.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Streams an admitted request to its service and the answer back. */
@ApplicationScoped
class ServiceProxy {

    private final HttpClient client;
    private final Map<Service, RequestOptions> targets = new EnumMap<>(Service.class);

    ServiceProxy(Vertx vertx, RouteConfig config) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(config.connectTimeout().toMillis()))
                        .setMaxWaitQueueSize(config.queue())
                        // Shorter than any service's own, so that we do not write into a connection it just closed.
                        .setKeepAliveTimeout(10),
                new PoolOptions().setHttp1MaxSize(config.connections()));
        for (Service service : Service.values()) {
            URI address = service.address(config);
            targets.put(
                    service,
                    new RequestOptions()
                            .setHost(address.getHost())
                            .setPort(address.getPort() > 0 ? address.getPort() : 80)
                            .setIdleTimeout(config.answerTimeout().toMillis()));
        }
    }

    /** Passes the request on; {@code bearer} is the whole Authorization header, absent on open routes. */
    void pass(RoutingContext exchange, Service service, @Nullable String bearer) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin((ProxyContext passage) -> client.request(new RequestOptions(targets.get(service))))
                .addInterceptor(new Passage(service, bearer))
                .handle(exchange.request());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
