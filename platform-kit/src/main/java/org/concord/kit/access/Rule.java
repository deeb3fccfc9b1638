package org.concord.kit.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do an operation: data, so that a test can walk every cell and an auditor can read it.
 *
 * @param realmRoles realm roles, each of which suffices
 * @param mandates mandates for the member acted for, each of which suffices
 * @param forAnyMember whether every official of the member acted for may do it
 * @param needsStanding whether it matters how the member acted for stands in the agreement today
 * @param capability the power that the agreement must give; null when none is needed
 * @param freshSignIn whether the sign-in must be recent
 * @param open whether it needs no sign-in
 * @param right the right that the member's standing must leave it; null for an operation that takes full standing
 */
public record Rule(
        Set<RealmRole> realmRoles,
        Set<MandateRole> mandates,
        boolean forAnyMember,
        boolean needsStanding,
        @Nullable Capability capability,
        boolean freshSignIn,
        boolean open,
        @Nullable Right right) {

    /** Copies are kept. */
    public Rule {
        realmRoles = Set.copyOf(realmRoles);
        mandates = Set.copyOf(mandates);
    }

    /** For these realm roles. */
    public static Rule realm(RealmRole... roles) {
        return new Rule(Set.of(roles), Set.of(), false, false, null, false, false, null);
    }

    /** For officials with one of these mandates. */
    public static Rule mandate(MandateRole... mandates) {
        return new Rule(Set.of(), Set.of(mandates), false, false, null, false, false, null);
    }

    /** For every official of the member acted for. */
    public static Rule anyMember() {
        return new Rule(Set.of(), Set.of(), true, false, null, false, false, null);
    }

    /** For everybody, signed in or not. */
    public static Rule anyone() {
        return new Rule(Set.of(), Set.of(), false, false, null, false, true, null);
    }

    /** These realm roles too. */
    public Rule orRealm(RealmRole... roles) {
        Set<RealmRole> more = EnumSet.noneOf(RealmRole.class);
        more.addAll(realmRoles);
        more.addAll(Set.of(roles));
        return new Rule(more, mandates, forAnyMember, needsStanding, capability, freshSignIn, open, right);
    }

    /** Only while the member is in full standing. */
    public Rule inStanding() {
        return new Rule(realmRoles, mandates, forAnyMember, true, capability, freshSignIn, open, null);
    }

    /** Only while the member's standing leaves it this right. */
    public Rule right(Right needed) {
        return new Rule(realmRoles, mandates, forAnyMember, true, capability, freshSignIn, open, needed);
    }

    /** Only under an agreement that gives this power. */
    public Rule capability(Capability needed) {
        return new Rule(realmRoles, mandates, forAnyMember, needsStanding, needed, freshSignIn, open, right);
    }

    /** Only after a recent sign-in. */
    public Rule fresh() {
        return new Rule(realmRoles, mandates, forAnyMember, needsStanding, capability, true, open, right);
    }
}
