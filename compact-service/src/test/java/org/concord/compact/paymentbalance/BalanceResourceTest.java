package org.concord.compact.paymentbalance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class BalanceResourceTest extends ServiceTest {

    private String code;

    @BeforeEach
    void name() {
        code = "SAMPLE-" + UUID.randomUUID();
    }

    @Test
    void aPublicationIsShownWithAndWithoutEmergencyMoney() {
        assertThat(take(as(STAFF), file("2024,MD,3,CENSUS-2020,100,250,50")).statusCode())
                .isEqualTo(201);

        JsonPath shown =
                get(as("ca.buyer"), "/payment-balances?publication=" + code).jsonPath();

        assertThat(shown.getString("notice")).contains("analysis only");
        assertThat(shown.getLong("items[0].withEmergency.balanceCents")).isEqualTo(15_000);
        assertThat(shown.getLong("items[0].withEmergency.balancePerCapitaCents"))
                .isEqualTo(5_000);
        assertThat(shown.getLong("items[0].withoutEmergency.balanceCents")).isEqualTo(10_000);
        assertThat(shown.getLong("items[0].withoutEmergency.balancePerCapitaCents"))
                .isEqualTo(3_333);
        assertThat(shown.getString("items[0].sourceUrl")).isEqualTo("https://example.org/1");
        assertThat(shown.getString("items[0].populationVintage")).isEqualTo("CENSUS-2020");
        assertThat(get(as("ca.buyer"), "/payment-balances?emergency=WITHOUT_EMERGENCY&publication=" + code)
                        .jsonPath()
                        .getMap("items[0]"))
                .doesNotContainKey("withEmergency");
    }

    @Test
    void theSameFiguresAgainChangeNothingAndOthersAreRefused() throws Exception {
        String file = file("2024,MD,3,CENSUS-2020,100,250,50", "2024,WA,3,CENSUS-2020,100,250,50");
        take(as(STAFF), file);

        Response again = take(as(STAFF), file.replace("\n", "\r\n"));
        Response other = take(as(STAFF), file.replace(",250,", ",251,"));

        assertThat(again.statusCode()).isEqualTo(200);
        refused(other, 409, "publication-differs");
        assertThat(Database.number("select count(*) from payment_balance b join payment_balance_publication p"
                        + " on p.id = b.publication_id where p.code = '" + code + "' and b.spending_cents = 25000"))
                .isEqualTo(2);
        assertThatThrownBy(() -> Database.execute("update payment_balance set spending_cents = spending_cents + 1"))
                .hasMessageContaining("never changed");
    }

    @Test
    void ofTwoImportsAtOnceOneIsStored() throws Exception {
        String file = file("2024,MD,3,CENSUS-2020,100,250,50");
        Tokens.of(STAFF);
        List<Callable<Integer>> tries = new ArrayList<>(
                Collections.nCopies(4, () -> take(as(STAFF), file).statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
    }

    @Test
    void aLaterPublicationRevisesWithoutTouchingTheEarlier() {
        take(as(STAFF), file("2023,MD,3,CENSUS-2020,100,250,50"));
        String first = code;
        code = "SAMPLE-" + UUID.randomUUID();
        take(as(STAFF), file("2023,MD,3,CENSUS-2020,100,300,50"));

        assertThat(get(as("md.buyer"), "/payment-balances?fiscalYear=2023&member=MD&publication=" + first)
                        .jsonPath()
                        .getLong("items[0].withEmergency.spendingCents"))
                .isEqualTo(25_000);
        assertThat(get(as("md.buyer"), "/payment-balances?fiscalYear=2023&member=MD&limit=1")
                        .jsonPath()
                        .getString("items[0].publication"))
                .isEqualTo(code);
    }

    @Test
    void aFileWithFaultsStoresNothingAndNamesEachPlace() {
        Response answer = take(as(STAFF), file("2024,MD,3,CENSUS-2020,100,250,50", "2024,ZZ,3,CENSUS-2020,1.5,250,50"));

        refused(answer, 422, "balance-file-has-faults");
        assertThat(answer.jsonPath().getList("errors.row")).containsOnly(3);
        assertThat(answer.jsonPath().getList("errors.column")).containsExactly("member", "receipts");
        assertThat(get(as(STAFF), "/payment-balances?publication=" + code)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void onlyStaffImportsAndNobodyReadsUnsigned() {
        String file = file("2024,MD,3,CENSUS-2020,100,250,50");

        refused(take(as("md.buyer"), file), 403, "not-permitted");
        refused(take(as("auditor.one"), file), 403, "not-permitted");
        refused(take(given(), file), 401, "sign-in-required");
        refused(get(given(), "/payment-balances"), 401, "sign-in-required");
        assertThat(get(as("auditor.one"), "/payment-balances").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesFollowOneAnotherAndTheTableHasAllOfIt() {
        take(
                as(STAFF),
                file(
                        "2024,WA,3,CENSUS-2020,1,2,0",
                        "2023,CA,3,CENSUS-2020,1,2,0",
                        "2024,CA,3,CENSUS-2020,1,2,0",
                        "2023,WA,3,CENSUS-2020,1,2,0",
                        "2023,MD,3,CENSUS-2020,1,2,0"));
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Response page = get(
                    as("md.buyer"),
                    "/payment-balances?limit=2&publication=" + code + (cursor == null ? "" : "&cursor=" + cursor));
            page.jsonPath()
                    .<Map<String, Object>>getList("items")
                    .forEach(item -> read.add(item.get("fiscalYear") + " " + item.get("member")));
            cursor = page.jsonPath().getString("next");
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        } while (cursor != null && read.size() < 10);

        Response table =
                get(as("md.buyer"), "/payment-balances?format=csv&emergency=WITH_EMERGENCY&publication=" + code);

        assertThat(read).containsExactly("2024 CA", "2024 WA", "2023 CA", "2023 MD", "2023 WA");
        assertThat(table.asString().lines().toList()).hasSize(6);
        assertThat(table.asString()).contains(",included,100,200,100,33,").doesNotContain(",excluded,");
        refused(get(as("md.buyer"), "/payment-balances?cursor=nonsense"), 400, "cursor-invalid");
    }

    private static Response take(RequestSpecification who, String file) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/payment-balance-imports");
    }

    private String file(String... rows) {
        StringBuilder file = new StringBuilder(String.join(",", BalanceFile.COLUMNS));
        for (String row : rows) {
            file.append('\n')
                    .append(code)
                    .append(",Sample institute,https://example.org/1,2026-01-15,USD,")
                    .append(row);
        }
        return file.toString();
    }
}
