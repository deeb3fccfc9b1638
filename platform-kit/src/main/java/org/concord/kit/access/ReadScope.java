package org.concord.kit.access;

import java.util.Set;

/**
 * Whose rows a caller may see.
 *
 * @param all every member's
 * @param members otherwise these members'
 */
public record ReadScope(boolean all, Set<String> members) {

    /** A copy is kept. */
    public ReadScope {
        members = Set.copyOf(members);
    }

    /** Whether the member's rows may be seen. */
    public boolean sees(String member) {
        return all || members.contains(member);
    }
}
