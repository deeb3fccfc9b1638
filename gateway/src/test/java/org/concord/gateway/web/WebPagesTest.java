package org.concord.gateway.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.concord.gateway.support.GatewayResource;
import org.concord.gateway.support.SessionTable;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in real Chromium, signed in at the real Keycloak, with fixture services behind the door. Each page is also
 * held against WCAG 2.2 AA, on a wide screen and at 320 pixels.
 */
@QuarkusTest
@WithTestResource(ServersResource.class)
@WithTestResource(GatewayResource.class)
class WebPagesTest {

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<Page> windows = new ArrayList<>();

    @BeforeAll
    static void openTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        SessionTable.run("delete from session");
    }

    @AfterEach
    void closeTheWindows() {
        windows.forEach(window -> window.context().close());
    }

    @Test
    void aBuyerSignsInSeesRoundOrderAndLedgerAndSignsOut() {
        Portal portal = window(1280, 900).visit("/");
        assertThat(portal.page().getByText("Sample data, for illustration")).isVisible();
        portal.signInAs("md.buyer");

        assertThat(portal.heading("Rounds")).isVisible();
        portal.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("MMR vaccine, autumn 2026"))
                .click();
        assertThat(portal.heading("MMR vaccine, autumn 2026")).isVisible();
        assertThat(portal.table("Demand by member")).containsText("542,470");
        assertThat(portal.table("Evaluated bids")).containsText("Refused: exceeds capacity");
        assertThat(portal.table("Share of each member")).containsText("$3,365,600.00");
        assertThat(portal.table("Roll")).containsText("Asks for the capacity finding in writing.");

        portal.go("My orders");
        assertThat(portal.heading("Orders of MD")).isVisible();
        assertThat(portal.table("Budget of MD, fund GEN, 2026")).containsText("$170,272.04");

        portal.go("Ledger");
        assertThat(portal.table("Budget by member")).containsText("$230,372.21");
        portal.button("Award made").click();
        assertThat(portal.table("Entries")).containsText("542,470 doses");

        String title = portal.page().title();
        assertThat(title).isEqualTo("Ledger – Concord");
        portal.signOut().click();
        assertThat(portal.page().getByText("You are signed out")).isVisible();
        assertThat(SessionTable.count()).isZero();
        assertThat(complaints).isEmpty();
    }

    @Test
    void anOrderIsSubmittedUnderItsNumberAndThenWaitsForApproval() {
        Portal portal = window(1280, 900).visit("/sign-in?return=/orders");
        portal.fillInLoginPages("md.buyer");

        portal.page().getByLabel("Purchase order number of your state").fill("PO-2026-0815");
        portal.button("Submit order").click();

        assertThat(portal.order("PO-2026-0815")).containsText("Waits for another official");
        portal.picture("order-submitted");
        portal.button("Approve order").click();
        assertThat(portal.order("PO-2026-0815")).containsText("Posted in the ledger");
        assertThat(portal.order("PO-2026-0815")).containsText("$569,627.79");
        portal.picture("order-confirmed");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLedgerPagesAndFiltersAndItsAddressCanBeSentOn() {
        Portal portal = window(1280, 900).visit("/sign-in?return=/ledger");
        portal.fillInLoginPages("auditor.one");

        portal.button("More entries").click();
        assertThat(portal.table("Entries").getByRole(AriaRole.BUTTON)).hasCount(17);
        portal.page().getByLabel("Holder").selectOption("MD");
        assertThat(portal.table("Entries").getByRole(AriaRole.BUTTON)).hasCount(3);
        assertThat(portal.page().url()).contains("holder=MD");

        portal.page().reload();
        assertThat(portal.table("Entries").getByRole(AriaRole.BUTTON)).hasCount(3);
        assertThat(portal.table("Budget by member").getByRole(AriaRole.ROW)).hasCount(2);
    }

    @Test
    void anAuditorActsForNobody() {
        Portal portal = window(1280, 900).visit("/sign-in?return=/rounds");
        portal.fillInLoginPages("auditor.one");

        assertThat(portal.page().getByText("Auditor").first()).isVisible();
        assertThat(portal.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My orders")))
                .hasCount(0);
    }

    @Test
    void aDeepLinkComesBackToItselfAfterSignIn() {
        Portal portal = window(1280, 900).visit("/ledger?holder=MD");
        assertThat(portal.heading("Sign in first")).isVisible();

        portal.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        portal.fillInLoginPages("or.buyer");

        assertThat(portal.heading("Ledger")).isVisible();
        assertThat(portal.page().url()).endsWith("/ledger?holder=MD");
    }

    @Test
    void aSessionThatEndedIsSaidInWordsWithTheWayBackIn() {
        Portal portal = window(1280, 900).visit("/sign-in?return=/rounds");
        portal.fillInLoginPages("or.buyer");
        assertThat(portal.heading("Rounds")).isVisible();

        SessionTable.run("delete from session");
        portal.go("Ledger");

        assertThat(portal.page().getByRole(AriaRole.ALERT)).containsText("Sign in first");
        assertThat(portal.page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK))
                .isVisible();
        portal.picture("session-ended");
    }

    @Test
    void theWholeWayCanBeGoneByKeyboard() {
        Portal portal = window(1280, 900).visit("/sign-in?return=/");
        portal.fillInLoginPages("or.buyer");
        assertThat(portal.heading("Decide together")).isVisible();

        portal.page().keyboard().press("Tab");
        assertThat(portal.page().getByText("Skip to main content")).isFocused();
        portal.page().keyboard().press("Enter");
        assertThat(portal.page().getByRole(AriaRole.MAIN)).isFocused();
        portal.page().keyboard().press("Tab");
        assertThat(portal.page()
                        .getByRole(AriaRole.MAIN)
                        .getByRole(
                                AriaRole.LINK,
                                new com.microsoft.playwright.Locator.GetByRoleOptions().setName("rounds")))
                .isFocused();
        portal.page().keyboard().press("Enter");
        assertThat(portal.heading("Rounds")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void everyPageIsAccessibleAndFitsTheScreen(int width) {
        Portal portal = window(width, 900).visit("/");
        assertThat(portal.heading("Decide together")).isVisible();
        inspect(portal, "home-signed-out", width);
        portal.signInAs("md.buyer");

        assertThat(portal.table("Rounds")).isVisible();
        inspect(portal, "rounds", width);
        portal.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("MMR vaccine, autumn 2026"))
                .click();
        assertThat(portal.table("Share of each member")).isVisible();
        assertThat(portal.table("Roll")).isVisible();
        inspect(portal, "round", width);
        portal.go("My orders");
        assertThat(portal.table("Budget of MD, fund GEN, 2026")).isVisible();
        inspect(portal, "orders", width);
        portal.go("Ledger");
        assertThat(portal.table("Budget by member")).isVisible();
        portal.button("Award made").click();
        inspect(portal, "ledger", width);
        portal.visit("/");
        assertThat(portal.heading("Decide together")).isVisible();
        inspect(portal, "home-signed-in", width);
        assertThat(complaints).isEmpty();
    }

    private void inspect(Portal portal, String name, int width) {
        portal.picture(name + "-" + width);
        Object overflow = portal.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue())
                .as(name + " is wider than the screen")
                .isLessThanOrEqualTo(0);
        List<Rule> violations = new AxeBuilder(portal.page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(name)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /** A window that notes what the browser complains about: broken scripts and breaches of the security policy. */
    private Portal window(int width, int height) {
        Page page = chromium.window(GatewayResource.gateway(), width, height);
        windows.add(page);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> note(message));
        return new Portal(page);
    }

    private void note(ConsoleMessage message) {
        boolean ours = message.location().startsWith(GatewayResource.gateway().toString());
        if (ours && message.type().equals("error")) {
            complaints.add(message.text());
        }
    }
}
