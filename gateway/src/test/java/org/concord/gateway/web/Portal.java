package org.concord.gateway.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.concord.gateway.support.SmallBrowser;

/** The web pages as a person finds their way: by role and by label. */
record Portal(Page page) {

    Portal visit(String path) {
        page.navigate(path);
        return this;
    }

    void signInAs(String username) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        fillInLoginPages(username);
    }

    /** Fills in whatever login pages come, until we are back at a page of ours. */
    void fillInLoginPages(String username) {
        for (int pages = 0; pages < 4; pages++) {
            Locator form = page.locator("#kc-form-login");
            form.or(signOut()).first().waitFor();
            if (form.count() == 0) {
                return;
            }
            Locator user = page.locator("#username");
            if (user.count() > 0 && user.isEditable()) {
                user.fill(username);
            }
            Locator password = page.locator("#password");
            if (password.count() > 0) {
                password.fill(SmallBrowser.PASSWORD);
            }
            String before = page.content();
            page.locator("#kc-login").click();
            page.waitForCondition(() -> !before.equals(page.content()));
        }
        signOut().waitFor();
    }

    Locator signOut() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"));
    }

    void go(String link) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .click();
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator table(String region) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(region).setExact(true));
    }

    Locator order(String part) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Pattern.compile(part)));
    }

    /** Keeps what a person would have seen. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
