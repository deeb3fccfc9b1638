package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.governance.rule.Choice;

/** What a ballot is about. Each kind is owned by the feature that acts on the result ({@link MatterOwner}). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Matter.ConcurInAward.class, name = "CONCUR_IN_AWARD"),
    @JsonSubTypes.Type(value = Matter.AdoptMotion.class, name = "ADOPT_MOTION"),
    @JsonSubTypes.Type(value = Matter.AdoptRule.class, name = "ADOPT_RULE"),
    @JsonSubTypes.Type(value = Matter.AdmitMember.class, name = "ADMIT_MEMBER"),
    @JsonSubTypes.Type(value = Matter.Proposal.class, name = "PROPOSAL")
})
public sealed interface Matter {

    /** What a seat may say on it. */
    default Set<Choice> choices() {
        return EnumSet.of(Choice.YES, Choice.NO, Choice.ABSTAIN);
    }

    /** Whether it is concurred in or sent back, in writing and by itself, rather than adopted or rejected. */
    default boolean concurrence() {
        return false;
    }

    /**
     * Whether the members concur in the award that exactly this evaluation recommends.
     *
     * @param roundId the round
     * @param evaluationId the evaluation, whose inputs and result are fixed
     */
    record ConcurInAward(@NotNull UUID roundId, @NotNull UUID evaluationId) implements Matter {

        @Override
        public Set<Choice> choices() {
            return EnumSet.of(Choice.CONCUR, Choice.SEND_BACK, Choice.ABSTAIN);
        }

        @Override
        public boolean concurrence() {
            return true;
        }
    }

    /** Whether a motion, or an amendment of one, is adopted. */
    record AdoptMotion(@NotNull UUID motionId) implements Matter {}

    /** Whether the rule of a docket is adopted. */
    record AdoptRule(@NotNull UUID docketId) implements Matter {}

    /**
     * Whether a jurisdiction is admitted to the agreement.
     *
     * @param member USPS code of who asks to join
     */
    record AdmitMember(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member) implements Matter {}

    /**
     * Whatever another feature lays before the members; its owner knows what it means.
     *
     * @param kind the owner's word for it, such as {@code guidance}
     * @param proposalId the thing itself
     */
    record Proposal(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{1,39}") String kind,
            @NotNull UUID proposalId) implements Matter {}
}
