package org.concord.member.policy;

import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;

/**
 * The member acted for, where a row must be found before the policy can be asked: the row's agreement is part of the
 * question, and only rows of this member may be found.
 */
public final class ActingMember {
    private ActingMember() {}

    /**
     * The member named in the request.
     *
     * @throws ProblemException {@code sign-in-required}, {@code member-not-yours}; {@code not-permitted} for a caller who
     *     belongs to no member; {@code member-required} for one who names none
     */
    public static String of(Access access) {
        Caller caller = access.caller();
        return caller.actingFor()
                .orElseThrow(() -> caller.members().isEmpty()
                        ? new ProblemException(KitProblem.NOT_PERMITTED, "Only officials of a member may do this.")
                        : new ProblemException(
                                KitProblem.MEMBER_REQUIRED,
                                "Name the member you act for in the header " + Access.MEMBER + "."));
    }
}
