package org.concord.kit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the token says it.
 *
 * @param subject the identity provider's stable id of the person or service account
 * @param username for display and logs
 * @param members USPS codes of the members in the organization claim
 * @param roles realm roles
 * @param member the member acted for, which is in {@code members}; null when none was named
 * @param signedInAt when the person last proved who they are; null for service accounts
 */
public record Caller(
        String subject,
        String username,
        Set<String> members,
        Set<RealmRole> roles,
        @Nullable String member,
        @Nullable Instant signedInAt) {

    /** Copies are kept. */
    public Caller {
        members = Set.copyOf(members);
        roles = Set.copyOf(roles);
    }

    /** The member acted for. */
    public Optional<String> actingFor() {
        return Optional.ofNullable(member);
    }

    /** The member acted for, where the operation has made sure that there is one. */
    public String requireMember() {
        if (member == null) {
            throw new IllegalStateException("the operation's rule names no member");
        }
        return member;
    }

    /** Whether the token gives that realm role. */
    public boolean has(RealmRole role) {
        return roles.contains(role);
    }
}
