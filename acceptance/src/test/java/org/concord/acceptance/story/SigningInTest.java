package org.concord.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final URI PAGE = URI.create("http://localhost:21503/realms/concord/login?x=1");

    @Test
    void aUserNamePageIsFoundBesideOtherForms() {
        LoginForm form = LoginForm.on(page("""
                        <form action="/search"><input name="q"></form>
                        <form id='f' action="/realms/concord/login-actions/authenticate?a=1&amp;b=2" method="post">
                          <input type="text" name="username" value=""/>
                          <input type='hidden' name='credentialId' value='&quot;7&quot;'/>
                        </form>
                        """)).orElseThrow();

        assertThat(form.action())
                .isEqualTo(URI.create("http://localhost:21503/realms/concord/login-actions/authenticate?a=1&b=2"));
        assertThat(form.asksUsername()).isTrue();
        assertThat(form.asksPassword()).isFalse();
        assertThat(form.hidden()).containsEntry("credentialId", "\"7\"");
    }

    @Test
    void aPageWithoutQuestionsIsNoLoginPage() {
        assertThat(LoginForm.on(page("<form><input name='consent'></form>"))).isEmpty();
    }

    @Test
    void cookiesStayOnTheirPathAndGoWhenTheyAreTakenBack() {
        CookieJar jar = new CookieJar();
        URI gateway = URI.create("http://localhost:21510/session");
        jar.keep(PAGE, List.of("AUTH=\"a=b\"; Path=/realms/concord/; Secure; HttpOnly", "bare=1"));
        jar.keep(gateway, List.of("session=s1; Path=/; SameSite=Lax"));

        assertThat(jar.header(PAGE)).isEqualTo("AUTH=\"a=b\"; bare=1; session=s1");
        assertThat(jar.header(gateway)).isEqualTo("session=s1");

        jar.keep(gateway, List.of("session=; Path=/; Max-Age=0"));
        assertThat(jar.header(gateway)).isEmpty();
    }

    private static Browser.Page page(String html) {
        return new Browser.Page(PAGE, 200, html);
    }
}
