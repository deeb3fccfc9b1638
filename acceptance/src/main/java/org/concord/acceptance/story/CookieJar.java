package org.concord.acceptance.story;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One person's cookies, kept as a browser keeps them. The JDK's own cookie manager quotes values by a standard that
 * browsers never followed and withholds secure cookies from {@code http://localhost}, where browsers send them.
 */
final class CookieJar {

    private record Key(String host, String path, String name) {}

    private final Map<Key, String> cookies = new LinkedHashMap<>();

    synchronized void keep(URI from, Collection<String> setCookies) {
        setCookies.forEach(header -> keep(from, header));
    }

    private void keep(URI from, String header) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return;
        }
        String path = defaultPath(from);
        boolean gone = false;
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            String name = attribute.toLowerCase(Locale.ROOT);
            if (name.startsWith("path=/")) {
                path = attribute.substring("path=".length());
            } else if (name.startsWith("max-age=")) {
                gone = name.equals("max-age=0") || name.startsWith("max-age=-");
            }
        }
        Key key = new Key(from.getHost(), path, parts[0].substring(0, equals).strip());
        cookies.remove(key);
        if (!gone) {
            cookies.put(key, parts[0].substring(equals + 1).strip());
        }
    }

    /** The value of the Cookie header for a request there; empty when no cookie applies. */
    synchronized String header(URI to) {
        return cookies.entrySet().stream()
                .filter(cookie -> applies(cookie.getKey(), to))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static boolean applies(Key cookie, URI to) {
        String path = to.getPath().isEmpty() ? "/" : to.getPath();
        String prefix = cookie.path().endsWith("/") ? cookie.path() : cookie.path() + "/";
        return cookie.host().equals(to.getHost()) && (path.equals(cookie.path()) || path.startsWith(prefix));
    }

    private static String defaultPath(URI from) {
        int lastSlash = from.getPath().lastIndexOf('/');
        return lastSlash <= 0 ? "/" : from.getPath().substring(0, lastSlash);
    }
}
