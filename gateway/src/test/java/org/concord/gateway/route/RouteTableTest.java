package org.concord.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.concord.gateway.route.Route.OpenTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "agreements, COMPACT",
        "instrument-models, COMPACT",
        "memberships, COMPACT",
        "rounds, COMPACT",
        "ballots, COMPACT",
        "ballot-tallies, COMPACT",
        "votes, COMPACT",
        "seats, COMPACT",
        "meetings, COMPACT",
        "public-meetings, COMPACT",
        "motions, COMPACT",
        "dockets, COMPACT",
        "awards, COMPACT",
        "award-evaluations, COMPACT",
        "alert-evaluations, COMPACT",
        "case-tables, COMPACT",
        "case-series, COMPACT",
        "case-backfills, COMPACT",
        "alert-runs, COMPACT",
        "alerts, COMPACT",
        "data-use-agreements, MEMBER",
        "case-reports, MEMBER",
        "guidance, COMPACT",
        "guidance-drafts, COMPACT",
        "adoptions, COMPACT",
        "adoption-matrix, COMPACT",
        "payment-balance-imports, COMPACT",
        "payment-balances, COMPACT",
        "recognitions, COMPACT",
        "aid-events, COMPACT",
        "aid-requests, COMPACT",
        "aid-cases, COMPACT",
        "backstop-pools, COMPACT",
        "backstop-draws, COMPACT",
        "jurisdictions, MEMBER",
        "mandates, MEMBER",
        "mandate-registrations, MEMBER",
        "demands, MEMBER",
        "demand-uploads, MEMBER",
        "orders, MEMBER",
        "books, LEDGER",
        "cost-share-plans, LEDGER"
    })
    void eachPrefixHasItsService(String prefix, Service service) {
        assertThat(RouteTable.find("/api/v1/" + prefix))
                .get()
                .extracting(Route::service)
                .isEqualTo(service);
        assertThat(RouteTable.find("/api/v1/" + prefix + "/0198ab-12/x.y~z"))
                .get()
                .extracting(Route::service)
                .isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/", "/api/v1/parked-messages", "/api/v2/rounds", "/api/v1/roundsx", "/q/metrics"})
    void whatIsNotListedGoesNowhere(String path) {
        assertThat(RouteTable.find(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/../../q/metrics",
                "/api/v1/rounds/..",
                "/api/v1/rounds/./x",
                "/api/v1/rounds//x",
                "/api/v1/rounds/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/rounds/%2E%2E",
                "/api/v1/rounds/..%2f..%2fq",
                "/api/v1/rounds/a%5cb",
                "/api/v1/rounds/a\\b",
                "/api/v1/rounds/a%00",
                "/api/v1/rounds/a%zz",
                "/api/v1/rounds/;/../x"
            })
    void anAddressThatServersMayReadDifferentlyGoesNowhere(String path) {
        assertThat(RouteTable.find(path)).isEmpty();
        assertThat(RouteTable.isPlain(path)).isFalse();
    }

    @Test
    void anEncodedNameIsPlain() {
        assertThat(RouteTable.isPlain("/api/v1/books/1/budgets/M%44")).isTrue();
        assertThat(RouteTable.isPlain("/api/v1/rounds/...")).isTrue();
    }

    @Test
    void onlyCalculationsAndReferenceDataAreOpenToAll() {
        assertThat(RouteTable.find("/api/v1/award-evaluations").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE_AS_WHAT_IF);
        assertThat(RouteTable.find("/api/v1/cost-share-plans").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE_AS_WHAT_IF);
        assertThat(RouteTable.find("/api/v1/ballot-tallies").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE_AS_WHAT_IF);
        assertThat(RouteTable.find("/api/v1/public-meetings").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find("/api/v1/dockets").orElseThrow().openTo()).isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find("/api/v1/meetings").orElseThrow().openTo()).isEqualTo(OpenTo.SIGNED_IN);
        assertThat(RouteTable.find("/api/v1/alert-evaluations").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE_AS_WHAT_IF);
        assertThat(RouteTable.find("/api/v1/case-reports").orElseThrow().openTo())
                .isEqualTo(OpenTo.SIGNED_IN);
        assertThat(RouteTable.find("/api/v1/jurisdictions").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find("/api/v1/orders").orElseThrow().openTo()).isEqualTo(OpenTo.SIGNED_IN);
    }

    @Test
    void issuedGuidanceIsForEveryoneAndItsDraftsAreNot() {
        String guidance = "/api/v1/guidance/0198ab12-0000-7000-8000-000000000001";
        assertThat(RouteTable.find(guidance + "/adoption-matrix").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find("/api/v1/adoption-matrix").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find("/api/v1/guidance-drafts").orElseThrow().openTo())
                .isEqualTo(OpenTo.SIGNED_IN);
    }

    @Test
    void aBooksLogIsForEveryoneAndItsOtherPagesAreNot() {
        String book = "/api/v1/books/0198ab12-0000-7000-8000-000000000001";
        assertThat(RouteTable.find(book + "/tlog/checkpoint").orElseThrow().openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find(book + "/tlog/tile/0/x001/234.p/7")
                        .orElseThrow()
                        .openTo())
                .isEqualTo(OpenTo.EVERYONE);
        assertThat(RouteTable.find(book + "/entries").orElseThrow().openTo()).isEqualTo(OpenTo.SIGNED_IN);
        assertThat(RouteTable.find(book + "/tlogs/checkpoint").orElseThrow().openTo())
                .isEqualTo(OpenTo.SIGNED_IN);
        assertThat(RouteTable.find(book + "/tlog/../entries")).isEmpty();
    }

    @Test
    void vouchersInBulkAreUploads() {
        String book = "/api/v1/books/0198ab12-0000-7000-8000-000000000001";
        assertThat(RouteTable.find(book + "/entry-batches").orElseThrow().upload())
                .isTrue();
        assertThat(RouteTable.find(book + "/entries").orElseThrow().upload()).isFalse();
    }
}
