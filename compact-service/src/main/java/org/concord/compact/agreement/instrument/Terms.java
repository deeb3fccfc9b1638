package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concord.kit.access.Capability;
import org.concord.kit.access.Right;
import org.concord.kit.access.Standing;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an instrument, as data: what its articles say of joining, force, seats, default, leaving and amending.
 *
 * @param activationThreshold in force at this many effective acts of joining; null: at the first
 * @param staysInForceBelowThreshold whether it outlives a fall below the threshold; where not, it dissolves then
 * @param dissolvesAtMembers dissolves when no more than so many members remain; null: only when none does
 * @param seatsPerMember seats of each member
 * @param onDefault what a default leads to
 * @param amendment how it is amended; by all, where nothing else is said, as any agreement is
 * @param admissionByVote whether the members vote on who joins once it is in force; not, where nothing is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        @NotNull JoinedBy joinedBy,
        @Nullable @Min(1) @Max(56) Integer activationThreshold,
        @NotNull Boolean staysInForceBelowThreshold,
        @Nullable @Min(1) @Max(55) Integer dissolvesAtMembers,
        @NotNull @Min(1) @Max(9) Integer seatsPerMember,
        @NotNull @Valid ConsentNeed consent,
        @NotNull @Valid Exit exit,
        @NotNull @Valid OnDefault onDefault,
        @NotNull Dissolution dissolution,
        @Valid AmendmentRule amendment,
        Boolean admissionByVote) {

    /** What an instrument does not say of amending and admission is what is usual. */
    public Terms {
        amendment = amendment == null ? AmendmentRule.UNANIMOUS : amendment;
        admissionByVote = admissionByVote != null && admissionByVote;
    }

    /** How a member binds itself. */
    public enum JoinedBy {
        LEGISLATION,
        SIGNATURE,
        /** A memorandum that each member carries out by a rule of its own. */
        OWN_RULE
    }

    /** How a member leaves. */
    public enum LeftBy {
        REPEAL,
        NOTICE,
        /** By taking back its own rule. */
        OWN_RULE
    }

    /** What ends the whole. */
    public enum Dissolution {
        /** Only a decision, and the last member's leaving. */
        BY_DECISION,
        /** The fall of membership that the terms name, and a decision. */
        BY_FALLING_MEMBERSHIP
    }

    /**
     * Whether Congress must agree (U.S. Const. Art. I §10 cl. 3; Virginia v. Tennessee, 1893).
     *
     * @param capabilities powers that rest until consent is found
     */
    public record ConsentNeed(
            @NotNull Boolean needed, @NotNull Set<@NotNull Capability> capabilities) {

        /** Copies in the order of declaration are kept. */
        public ConsentNeed {
            // Absent only until Bean Validation has refused it.
            capabilities = capabilities == null ? capabilities : ordered(Capability.class, capabilities);
        }
    }

    /**
     * Leaving.
     *
     * @param notice the least time between the act of leaving and its effect (ISO 8601, such as {@code P6M})
     * @param noticeOnIntroduction whether the member must tell when a repeal bill is introduced
     * @param memberTellsWithinDays days after the introduction (or the notice itself) for the member to tell
     * @param othersToldWithinDays days after that for the other members to be told
     */
    public record Exit(
            @NotNull LeftBy leftBy,
            @NotNull Period notice,
            @NotNull Boolean noticeOnIntroduction,
            @NotNull @Min(0) @Max(365) Integer memberTellsWithinDays,
            @NotNull @Min(0) @Max(365) Integer othersToldWithinDays) {

        /** The first day on which an act of that day may take effect. */
        public LocalDate earliestAfter(LocalDate act) {
            return act.plus(notice);
        }
    }

    /**
     * Default.
     *
     * @param cureDays the least time to cure after the notice
     * @param takesAway rights that suspension takes away
     */
    public record OnDefault(
            @NotNull @Min(0) @Max(3650) Integer cureDays,
            @NotNull Set<@NotNull Right> takesAway) {

        /** Copies in the order of declaration are kept. */
        public OnDefault {
            takesAway = takesAway == null ? takesAway : ordered(Right.class, takesAway);
        }
    }

    /** Who brings an amendment before the members' legislatures. */
    public enum ProposedBy {
        /** The commission files what its members have agreed upon. */
        COMMISSION,
        /** The members vote on proposing it. */
        BALLOT
    }

    /**
     * Amending. Each member takes an amendment by an act of the kind by which it joins.
     *
     * @param share of the members on the day, such as {@code 2/3}; {@code 1/1} is all of them
     */
    public record AmendmentRule(
            @NotNull ProposedBy proposedBy,

            @NotNull @Pattern(regexp = "[1-9][0-9]?/[1-9][0-9]?")
            String share) {

        /** Filed by the commission, in force when every member has enacted it. */
        public static final AmendmentRule UNANIMOUS = new AmendmentRule(ProposedBy.COMMISSION, "1/1");

        /** Whether so many of so many members are enough; where there is no member, nobody amends. */
        public boolean isReached(long acted, long members) {
            return members > 0 && acted * parts(1) >= members * parts(0);
        }

        private boolean isMoreThanAll() {
            return parts(0) > parts(1);
        }

        private long parts(int place) {
            return Long.parseLong(share.split("/", -1)[place]);
        }
    }

    /** What an instrument of this type says that is opened without terms of its own. */
    public static Terms usual(AgreementType type) {
        boolean law = type.isLaw();
        return new Terms(
                law ? JoinedBy.LEGISLATION : JoinedBy.SIGNATURE,
                null,
                true,
                null,
                1,
                new ConsentNeed(false, Set.of()),
                new Exit(law ? LeftBy.REPEAL : LeftBy.NOTICE, law ? Period.ofMonths(6) : Period.ofDays(30), law, 0, 60),
                new OnDefault(law ? 60 : 30, Standing.SUSPENDED.lost()),
                law ? Dissolution.BY_FALLING_MEMBERSHIP : Dissolution.BY_DECISION,
                AmendmentRule.UNANIMOUS,
                false);
    }

    /** What does not fit the type, with its place below {@code /terms}; empty when all does. */
    public List<Violation> faults(AgreementType type) {
        List<Violation> faults = new ArrayList<>();
        if (type.isLaw() != (joinedBy == JoinedBy.LEGISLATION) && type != AgreementType.MUTUAL_AID) {
            faults.add(unfit("/joinedBy", "a compact is joined by legislation, a memorandum or contract is not"));
        }
        if ((joinedBy == JoinedBy.LEGISLATION) != (exit.leftBy() == LeftBy.REPEAL)) {
            faults.add(
                    unfit("/exit/leftBy", "what a legislature enacted it repeals; what was signed is left by notice"));
        }
        if (exit.notice().isNegative() || exit.notice().toTotalMonths() > 120 || isOverTenYears(exit)) {
            faults.add(unfit("/exit/notice", "choose a period from P0D to ten years"));
        }
        if (exit.noticeOnIntroduction() && exit.leftBy() != LeftBy.REPEAL) {
            faults.add(unfit("/exit/noticeOnIntroduction", "only a repeal bill is introduced"));
        }
        if (!type.capabilities().containsAll(consent.capabilities())) {
            faults.add(unfit("/consent/capabilities", "the type does not give all of these powers"));
        }
        if (!consent.needed() && !consent.capabilities().isEmpty()) {
            faults.add(unfit("/consent/capabilities", "no power rests where no consent is needed"));
        }
        if (type == AgreementType.ALLIANCE_MOU && consent.needed()) {
            faults.add(unfit("/consent/needed", "a memorandum that binds nobody needs no consent"));
        }
        if (!Standing.SUSPENDED.lost().containsAll(onDefault.takesAway())) {
            faults.add(unfit("/onDefault/takesAway", "suspension may take away " + Standing.SUSPENDED.lost()));
        }
        if (!staysInForceBelowThreshold && activationThreshold == null) {
            faults.add(unfit("/staysInForceBelowThreshold", "there is no threshold to fall below"));
        }
        if (dissolution == Dissolution.BY_DECISION && (dissolvesAtMembers != null || !staysInForceBelowThreshold)) {
            faults.add(unfit("/dissolution", "these terms dissolve it by falling membership"));
        }
        if (amendment.isMoreThanAll()) {
            faults.add(unfit("/amendment/share", "at most all members, 1/1"));
        }
        return faults;
    }

    private static boolean isOverTenYears(Exit exit) {
        return exit.earliestAfter(LocalDate.EPOCH).isAfter(LocalDate.EPOCH.plusYears(10));
    }

    private static Violation unfit(String place, String message) {
        return Violation.at("/terms" + place, "unfit-for-type", message);
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> some) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(some);
        return Collections.unmodifiableSet(copy);
    }
}
