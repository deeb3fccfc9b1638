package org.concord.compact.guidance;

import org.concord.compact.agreement.instrument.AgreementType;

/**
 * What a guidance can do to a member by itself: nothing. Said in words beside every guidance and every matrix, so that
 * nobody reads a recommendation as law.
 *
 * @param bindsMembers always false: a member follows by its own act
 * @param statement why, by the kind of instrument
 */
public record Force(boolean bindsMembers, String statement) {

    /** What guidance under an agreement of this type can do. */
    public static Force under(AgreementType type) {
        return new Force(
                false,
                switch (type) {
                    case ALLIANCE_MOU ->
                        "Issued under a memorandum of understanding, which binds nobody. A member follows this guidance only"
                                + " by an act of its own; where none is recorded, none is implied.";
                    case STATUTORY_COMPACT, CONSENTED_COMPACT ->
                        "Guidance is a recommendation; only a rule adopted by the compact's rulemaking could bind. A member"
                                + " follows this guidance only by an act of its own; where none is recorded, none is"
                                + " implied.";
                    case COOPERATIVE_CONTRACT, MUTUAL_AID ->
                        "The instrument gives no power to bind by guidance. A member follows only by an act of its own;"
                                + " where none is recorded, none is implied.";
                });
    }
}
