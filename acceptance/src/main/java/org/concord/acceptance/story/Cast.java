package org.concord.acceptance.story;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The officials of the sample realm, each signing in once, when first needed. */
public final class Cast {

    /** The password that every sample account shares; the accounts exist only on a local platform. */
    private static final String SAMPLE_PASSWORD = "concord-sample-1";

    private final URI gateway;
    private final Supplier<String> keys;
    private final ConcurrentHashMap<String, Official> officials = new ConcurrentHashMap<>();

    public Cast(URI gateway, Supplier<String> keys) {
        this.gateway = gateway;
        this.keys = keys;
    }

    public Official staff() {
        return named("staff.sourcing", null);
    }

    public Official auditor() {
        return named("auditor.one", null);
    }

    public Official buyer(String member) {
        return of(member, "buyer");
    }

    public Official approver(String member) {
        return of(member, "approver");
    }

    public Official delegate(String member) {
        return of(member, "delegate");
    }

    public Official treasurer(String member) {
        return of(member, "treasurer");
    }

    /** The chief procurement officer, who awards under that member's law when it leads. */
    public Official officer(String member) {
        return of(member, "officer");
    }

    /** A person as they sign in, naming any member as the one acted for, or none. */
    public Official actingFor(String username, @Nullable String member) {
        return named(username, member);
    }

    private Official of(String member, String office) {
        return named(member.toLowerCase(Locale.ROOT) + "." + office, member);
    }

    private Official named(String username, @Nullable String member) {
        return officials.computeIfAbsent(
                username + " for " + member, any -> new Official(gateway, username, member, SAMPLE_PASSWORD, keys));
    }
}
