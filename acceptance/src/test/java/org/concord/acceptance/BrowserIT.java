package org.concord.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.concord.acceptance.story.Answer;
import org.concord.acceptance.story.Play;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages in a real browser, with all four services behind them. Maryland's officials come through their own state's
 * identity provider, Oregon's sign in directly.
 */
@ExtendWith(RunningPlatform.Provided.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    /** New in each run, so that kept data is not taken for this run's. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final String title = "A round to see " + run;
    private final String number = "PO-" + run;
    private RunningPlatform platform;
    private Chromium chromium;
    private Play.Awarded awarded;

    @BeforeAll
    void aRequisitionOfEachMember(RunningPlatform running) throws Exception {
        platform = running;
        awarded = SmallRound.awarded(platform, title, List.of("WA", "OR", "MD"), 100, 10_000_00);
        requisition("MD");
        requisition("OR");
        chromium = new Chromium();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aBuyerOrdersAndAnApproverConfirmsEachSeeingTheRoundTheOrderAndTheLedger() {
        Page buyer = signedIn("md.buyer");
        seesTheRound(buyer, "md-buyer-round");

        go(buyer, "My orders");
        buyer.getByLabel("Purchase order number of your state").first().fill(number);
        button(buyer, "Submit order").first().click();
        assertThat(order(buyer, number)).containsText("Waits for another official");
        Chromium.picture(buyer, "md-buyer-order-submitted");
        signsOut(buyer);

        Page approver = signedIn("md.approver");
        go(approver, "My orders");
        Locator waiting = order(approver, number);
        waiting.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve order"))
                .click();
        assertConfirmed(approver, number);
        Chromium.picture(approver, "md-approver-order-confirmed");

        seesTheLedger(approver, "md-approver-ledger", "Appropriation", "Award", "Allocation", "Requisition", "Order");
        signsOut(approver);
    }

    @Test
    void aMemberSeesItsOwnOrdersAndNobodyElses() {
        Page buyer = signedIn("or.buyer");
        go(buyer, "My orders");

        assertThat(heading(buyer, "Orders of OR")).isVisible();
        assertThat(buyer.getByText("or.buyer").first()).isVisible();
        assertThat(buyer.getByText("md.buyer")).hasCount(0);
        Chromium.picture(buyer, "or-buyer-orders");
        signsOut(buyer);
    }

    @Test
    void anAuditorReadsTheLedgerAndActsForNobody() {
        Page auditor = signedIn("auditor.one");

        seesTheLedger(auditor, "auditor-ledger", "Appropriation", "Award", "Allocation", "Requisition");
        assertThat(auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My orders")))
                .hasCount(0);
        signsOut(auditor);
    }

    @Test
    void withoutSigningInThereIsNothingToSeeButTheFrontPage() {
        Page nobody = chromium.window(platform);
        nobody.navigate("/ledger");

        assertThat(heading(nobody, "Sign in first")).isVisible();
        Chromium.picture(nobody, "nobody-ledger");
        nobody.navigate("/");
        assertThat(nobody.getByText("Sample data, for illustration")).isVisible();
        Chromium.picture(nobody, "front-page");
        nobody.context().close();
    }

    private void seesTheRound(Page page, String picture) {
        go(page, "Rounds");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .first()
                .click();
        assertThat(heading(page, title)).isVisible();
        assertThat(page.getByText("ALPHA").first()).isVisible();
        Chromium.picture(page, picture);
    }

    /** The book of this test's agreement, with what its treasurers, its award and its buyers have caused. */
    private void seesTheLedger(Page page, String picture, String... events) {
        go(page, "Ledger");
        assertThat(heading(page, "Ledger")).isVisible();
        page.getByLabel("Book").selectOption(awarded.agreementId());
        for (String event : events) {
            assertThat(page.getByRole(AriaRole.ROW)
                            .filter(new Locator.FilterOptions().setHasText(event))
                            .first())
                    .isVisible();
        }
        Chromium.picture(page, picture);
    }

    /** The order's news comes by event; a person looks again. */
    private static void assertConfirmed(Page page, String number) {
        for (int looks = 0; looks < 40; looks++) {
            if (order(page, number).textContent().contains("Posted in the ledger")) {
                break;
            }
            RunningPlatform.pause(Duration.ofMillis(250));
            page.reload();
            order(page, number).waitFor();
        }
        assertThat(order(page, number)).containsText("Posted in the ledger");
    }

    private static Locator order(Page page, String number) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Pattern.compile(number)));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void go(Page page, String link) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .click();
    }

    /** Fills in whatever login page is shown, until it is one of ours again. */
    private Page signedIn(String username) {
        Page page = chromium.window(platform);
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        for (int pages = 0;
                pages < 4 && !page.url().startsWith(platform.gateway().toString());
                pages++) {
            Locator user = page.getByLabel(Pattern.compile("^\\s*(username|email)", Pattern.CASE_INSENSITIVE));
            Locator password = page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
            user.or(password).first().waitFor();
            Chromium.picture(page, "login-" + username + "-" + pages);
            if (user.count() > 0 && user.first().isEditable()) {
                user.first().fill(username);
            }
            if (password.count() > 0) {
                password.first().fill("concord-sample-1");
            }
            String before = page.url();
            button(page, "Sign In").click();
            page.waitForCondition(() -> !page.url().equals(before));
            page.waitForLoadState();
        }
        assertThat(button(page, "Sign out")).isVisible();
        return page;
    }

    private static void signsOut(Page page) {
        button(page, "Sign out").click();
        assertThat(page.getByText("You are signed out")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                        .first())
                .isVisible();
        page.context().close();
    }

    private void requisition(String member) {
        var body = new JsonMapper()
                .createObjectNode()
                .put("agreementId", awarded.agreementId())
                .put("awardId", awarded.awardId())
                .put("doses", 20)
                .put("fund", "GEN")
                .put("appropriationYear", LocalDate.now(ZoneOffset.UTC).getYear());
        var buyer = platform.cast().buyer(member);
        Answer answer = buyer.post("/api/v1/orders", body);
        for (int tries = 0; tries < 100 && answer.status() == 404; tries++) {
            RunningPlatform.pause(Duration.ofMillis(100));
            answer = buyer.post("/api/v1/orders", body);
        }
        String id = answer.body().path("id").asText();
        for (int tries = 0; tries < 300; tries++) {
            if (buyer.get("/api/v1/orders/" + id).body().path("state").asText().equals("PRE_ENCUMBERED")) {
                return;
            }
            RunningPlatform.pause(Duration.ofMillis(100));
        }
        throw new AssertionError("No requisition of " + member + ": " + answer);
    }
}
