package org.concord.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.concord.gateway.problem.Problems;

/**
 * One bucket of tokens per client, refilled evenly over the minute. Kept in memory, so each replica of
 * the gateway counts for itself; the limit guards a service from one caller, it is no tariff.
 */
@ApplicationScoped
class RateLimits {

    private static final Duration PER = Duration.ofMinutes(1);

    private final LimitConfig config;
    private final Cache<String, Bucket> ordinary;
    private final Cache<String, Bucket> whatIfs;

    RateLimits(LimitConfig config) {
        this.config = config;
        this.ordinary = buckets(config);
        this.whatIfs = buckets(config);
    }

    private static Cache<String, Bucket> buckets(LimitConfig config) {
        return Caffeine.newBuilder()
                .maximumSize(config.clients())
                // A bucket untouched for a minute is full again, so nothing is lost by forgetting it.
                .expireAfterAccess(PER.plusMinutes(1))
                .build();
    }

    /**
     * Takes one request from the client's bucket and writes the RateLimit headers
     * (draft-ietf-httpapi-ratelimit-headers-10).
     *
     * @return how long to wait, when the bucket is empty
     */
    Optional<Duration> take(String client, boolean anonymousWhatIf, HttpServerResponse response) {
        int limit = anonymousWhatIf ? config.anonymousWhatIfsPerMinute() : config.requestsPerMinute();
        String policy = anonymousWhatIf ? "what-if" : "default";
        Bucket bucket = (anonymousWhatIf ? whatIfs : ordinary).get(client, key -> bucket(limit));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        Duration full = Duration.ofNanos(probe.getNanosToWaitForReset());
        response.putHeader("RateLimit-Policy", "\"" + policy + "\";q=" + limit + ";w=" + PER.toSeconds());
        response.putHeader(
                "RateLimit", "\"" + policy + "\";r=" + probe.getRemainingTokens() + ";t=" + Problems.seconds(full));
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, PER))
                .build();
    }
}
