package org.concord.acceptance.story;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A login form as found on a page: which fields a person would fill in, and those that travel along unseen. Knows no
 * provider in particular; a form is a login form when it asks for a user name or a password.
 */
record LoginForm(URI action, Map<String, String> hidden, boolean asksUsername, boolean asksPassword) {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    static Optional<LoginForm> on(Browser.Page page) {
        Matcher forms = FORM.matcher(page.html());
        while (forms.find()) {
            LoginForm form = read(page.address(), attributes(forms.group(1)), forms.group(2));
            if (form.asksUsername || form.asksPassword) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    Browser.Page fill(Browser browser, String username, String password) {
        Map<String, String> fields = new LinkedHashMap<>(hidden);
        if (asksUsername) {
            fields.put("username", username);
        }
        if (asksPassword) {
            fields.put("password", password);
        }
        return browser.submit(action, fields);
    }

    private static LoginForm read(URI page, Map<String, String> form, String content) {
        Map<String, String> hidden = new LinkedHashMap<>();
        boolean username = false;
        boolean password = false;
        Matcher inputs = INPUT.matcher(content);
        while (inputs.find()) {
            Map<String, String> input = attributes(inputs.group(1));
            String name = input.getOrDefault("name", "");
            if (input.getOrDefault("type", "text").equals("hidden")) {
                hidden.put(name, input.getOrDefault("value", ""));
            } else {
                username |= name.equals("username");
                password |= name.equals("password");
            }
        }
        return new LoginForm(page.resolve(form.getOrDefault("action", "")), hidden, username, password);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), plain(value));
        }
        return attributes;
    }

    private static String plain(String value) {
        return value.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
