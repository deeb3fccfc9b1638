package org.concord.gateway.route;

import static org.concord.gateway.route.Service.COMPACT;
import static org.concord.gateway.route.Service.LEDGER;
import static org.concord.gateway.route.Service.MEMBER;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concord.gateway.route.Route.OpenTo;

/** First path segment under {@code /api/v1} → service. What is not here does not exist outside. */
final class RouteTable {

    static final String ROOT = "/api/v1/";

    private static final Map<String, Route> ROUTES = Map.ofEntries(
            Map.entry("agreements", Route.to(COMPACT)),
            Map.entry("instrument-models", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("memberships", Route.to(COMPACT)),
            Map.entry("rounds", Route.to(COMPACT)),
            Map.entry("ballots", Route.to(COMPACT)),
            Map.entry("ballot-tallies", Route.to(COMPACT).open(OpenTo.EVERYONE_AS_WHAT_IF)),
            Map.entry("votes", Route.to(COMPACT)),
            Map.entry("seats", Route.to(COMPACT)),
            Map.entry("meetings", Route.to(COMPACT)),
            Map.entry("public-meetings", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("motions", Route.to(COMPACT)),
            Map.entry("dockets", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("awards", Route.to(COMPACT)),
            Map.entry("award-evaluations", Route.to(COMPACT).open(OpenTo.EVERYONE_AS_WHAT_IF)),
            Map.entry("alert-evaluations", Route.to(COMPACT).open(OpenTo.EVERYONE_AS_WHAT_IF)),
            Map.entry("case-tables", Route.to(COMPACT)),
            Map.entry("case-series", Route.to(COMPACT)),
            Map.entry("case-backfills", Route.to(COMPACT)),
            Map.entry("alert-runs", Route.to(COMPACT)),
            Map.entry("alerts", Route.to(COMPACT)),
            Map.entry("data-use-agreements", Route.to(MEMBER)),
            Map.entry("case-reports", Route.to(MEMBER)),
            Map.entry("guidance", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("guidance-drafts", Route.to(COMPACT)),
            Map.entry("adoptions", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("adoption-matrix", Route.to(COMPACT).open(OpenTo.EVERYONE)),
            Map.entry("payment-balance-imports", Route.to(COMPACT).withUploads()),
            Map.entry("payment-balances", Route.to(COMPACT)),
            Map.entry("recognitions", Route.to(COMPACT)),
            Map.entry("aid-events", Route.to(COMPACT)),
            Map.entry("aid-requests", Route.to(COMPACT)),
            Map.entry("aid-cases", Route.to(COMPACT)),
            Map.entry("backstop-pools", Route.to(COMPACT)),
            Map.entry("backstop-draws", Route.to(COMPACT)),
            Map.entry("jurisdictions", Route.to(MEMBER).open(OpenTo.EVERYONE)),
            Map.entry("mandates", Route.to(MEMBER)),
            Map.entry("mandate-registrations", Route.to(MEMBER)),
            Map.entry("demands", Route.to(MEMBER)),
            Map.entry("demand-uploads", Route.to(MEMBER).withUploads()),
            Map.entry("orders", Route.to(MEMBER)),
            Map.entry("books", Route.to(LEDGER)),
            Map.entry("cost-share-plans", Route.to(LEDGER).open(OpenTo.EVERYONE_AS_WHAT_IF)));

    /** A book's checkpoints, hash tiles and proofs are for everyone; the ledger keeps the entries to those who may read. */
    private static final Route TLOG = Route.to(LEDGER).open(OpenTo.EVERYONE);

    private static final Pattern TLOG_PATH = Pattern.compile("/api/v1/books/[0-9a-f-]{36}/tlog/.+");

    /** Vouchers in bulk are as large as files. */
    private static final Route BATCHES = Route.to(LEDGER).withUploads();

    private static final Pattern BATCH_PATH = Pattern.compile("/api/v1/books/[0-9a-f-]{36}/entry-batches");

    /**
     * An address that every server reads the same way: no empty or dot segments, no encoded slash,
     * dot, backslash or NUL. Otherwise {@code /api/v1/rounds/../../q/metrics} would pass here as a
     * round and mean something else behind the door.
     */
    private static final Pattern PLAIN =
            Pattern.compile("/api/v1/([a-z-]+)((?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~:@!$&'()*+,;=-]"
                    + "|%(?!2[eEfF]|5[cC]|00)[0-9A-Fa-f]{2})+)*)");

    private RouteTable() {}

    static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    static Optional<Route> find(String path) {
        Matcher plain = PLAIN.matcher(path);
        if (plain.matches() && TLOG_PATH.matcher(path).matches()) {
            return Optional.of(TLOG);
        }
        if (plain.matches() && BATCH_PATH.matcher(path).matches()) {
            return Optional.of(BATCHES);
        }
        return plain.matches() ? Optional.ofNullable(ROUTES.get(plain.group(1))) : Optional.empty();
    }
}
