package org.concord.compact.guidance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.state.LeadsTo;
import org.jspecify.annotations.Nullable;

/**
 * The life of one version of a guidance. Each record offers only the moves of its stage: a text is revised as a draft
 * and nowhere else, and what is issued has no way back to a draft.
 */
sealed interface GuidanceState {

    /** The stage's name. */
    GuidanceStage stage();

    /**
     * From when to when an issued version has effect.
     *
     * @param sunsetOn first day without effect; null without an end
     */
    record Effect(LocalDate effectiveOn, @Nullable LocalDate sunsetOn) {

        /**
         * What the text asks for, on the day of issue.
         *
         * @throws ProblemException {@code guidance-dates-passed}: nothing takes effect before it is issued
         */
        static Effect of(GuidanceText text, LocalDate issuedOn) {
            LocalDate asked = text.effectiveOn();
            LocalDate effectiveOn = asked == null ? issuedOn : asked;
            LocalDate sunsetOn = text.sunsetOn();
            if (effectiveOn.isBefore(issuedOn) || (sunsetOn != null && !sunsetOn.isAfter(effectiveOn))) {
                throw new ProblemException(
                        GuidanceProblem.GUIDANCE_DATES_PASSED,
                        "It would be issued on " + issuedOn
                                + ", too late for effectiveOn or sunsetOn of its text. Send it"
                                + " back and revise the dates.");
            }
            return new Effect(effectiveOn, sunsetOn);
        }
    }

    /**
     * What stands in an issued version's place.
     *
     * @param versionId the version that replaces it
     * @param on the first day on which it does
     */
    record Replacement(UUID versionId, LocalDate on) {}

    /** The text is worked on. */
    record Draft() implements GuidanceState {

        /** Lays the text before the health officers. */
        UnderReview openReview() {
            return new UnderReview();
        }

        /** Gives it up. */
        Discarded discard() {
            return new Discarded();
        }

        @Override
        public GuidanceStage stage() {
            return GuidanceStage.DRAFT;
        }
    }

    /** Health officers comment on a text that does not move meanwhile. */
    record UnderReview() implements GuidanceState {

        /** Back to the draft, so that the comments can be worked in. */
        Draft sendBack() {
            return new Draft();
        }

        /**
         * Opens it for signature.
         *
         * @throws ProblemException {@code more-signatures-than-members}
         */
        InSignature openForSignature(int required, int inStanding) {
            requireReachable(required, inStanding);
            return new InSignature(required, Collections.emptySortedSet());
        }

        /** Gives it up. */
        Discarded discard() {
            return new Discarded();
        }

        @Override
        public GuidanceStage stage() {
            return GuidanceStage.UNDER_REVIEW;
        }
    }

    /** Health officers sign, each for its member. */
    record InSignature(int required, SortedSet<String> signed) implements GuidanceState {

        public InSignature {
            signed = Collections.unmodifiableSortedSet(new TreeSet<>(signed));
        }

        /**
         * Takes one member's signature; the last one needed issues the version.
         *
         * @param inStanding the members in standing at this moment: the signature of one that has left no longer counts
         * @throws ProblemException {@code member-has-signed}, {@code guidance-dates-passed}
         */
        @LeadsTo({InSignature.class, Issued.class})
        GuidanceState sign(String member, SortedSet<String> inStanding, GuidanceText text, LocalDate today) {
            SortedSet<String> more = withOneMore(signed, member);
            return reached(more, inStanding, required)
                    ? new Issued(required, Effect.of(text, today), Collections.emptySortedSet(), null)
                    : new InSignature(required, more);
        }

        /** Back to the draft; the signatures given so far do not carry over to another text. */
        Draft sendBack() {
            return new Draft();
        }

        /** Gives it up. */
        Discarded discard() {
            return new Discarded();
        }

        @Override
        public GuidanceStage stage() {
            return GuidanceStage.IN_SIGNATURE;
        }
    }

    /**
     * Issued: fixed for ever, with or without effect by its dates.
     *
     * @param withdrawing the members that have signed that it be withdrawn
     * @param replacement what takes its place; null for nothing yet
     */
    record Issued(
            int required,
            Effect effect,
            SortedSet<String> withdrawing,
            @Nullable Replacement replacement) implements GuidanceState {

        public Issued {
            withdrawing = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawing));
        }

        /** Names what takes its place from a day on. The first replacement stays: a replaced version is not replaced again. */
        Issued replace(Replacement by) {
            return replacement == null ? new Issued(required, effect, withdrawing, by) : this;
        }

        /**
         * Takes one member's signature for withdrawal; the last one needed withdraws the version.
         *
         * @throws ProblemException {@code member-has-signed}
         */
        @LeadsTo({Issued.class, Withdrawn.class})
        GuidanceState signWithdrawal(String member, SortedSet<String> inStanding, LocalDate today) {
            SortedSet<String> more = withOneMore(withdrawing, member);
            // Members may have left since issue: all that are in standing must always be enough.
            int needed = Math.max(1, Math.min(required, inStanding.size()));
            return reached(more, inStanding, needed)
                    ? new Withdrawn(today)
                    : new Issued(required, effect, more, replacement);
        }

        /** Where it stands on a day. */
        @LeadsTo({Issued.class, Superseded.class, Sunset.class})
        GuidanceState on(LocalDate day) {
            if (replacement != null && !day.isBefore(replacement.on())) {
                return new Superseded(replacement);
            }
            LocalDate sunsetOn = effect.sunsetOn();
            return sunsetOn != null && !day.isBefore(sunsetOn) ? new Sunset(sunsetOn) : this;
        }

        @Override
        public GuidanceStage stage() {
            return GuidanceStage.ISSUED;
        }
    }

    /** A later version, or another guidance, stands in its place. */
    record Superseded(Replacement by) implements GuidanceState {
        @Override
        public GuidanceStage stage() {
            return GuidanceStage.SUPERSEDED;
        }
    }

    /** Its own last day has passed. */
    record Sunset(LocalDate on) implements GuidanceState {
        @Override
        public GuidanceStage stage() {
            return GuidanceStage.SUNSET;
        }
    }

    /** The members have taken it back. */
    record Withdrawn(LocalDate on) implements GuidanceState {
        @Override
        public GuidanceStage stage() {
            return GuidanceStage.WITHDRAWN;
        }
    }

    /** Given up before it was issued. */
    record Discarded() implements GuidanceState {
        @Override
        public GuidanceStage stage() {
            return GuidanceStage.DISCARDED;
        }
    }

    /**
     * Holds that the figure on the guidance can be reached at all.
     *
     * @throws ProblemException {@code more-signatures-than-members}
     */
    static void requireReachable(int required, int inStanding) {
        if (required > inStanding) {
            throw new ProblemException(
                            GuidanceProblem.MORE_SIGNATURES_THAN_MEMBERS,
                            "It asks for " + required + " signatures; " + inStanding
                                    + " members are in standing today.")
                    .with("inStanding", inStanding);
        }
    }

    private static SortedSet<String> withOneMore(SortedSet<String> signed, String member) {
        if (signed.contains(member)) {
            throw new ProblemException(
                    GuidanceProblem.MEMBER_HAS_SIGNED, member + " has signed; a signature is not given twice.");
        }
        SortedSet<String> more = new TreeSet<>(signed);
        more.add(member);
        return more;
    }

    private static boolean reached(Set<String> signed, Set<String> inStanding, int needed) {
        return signed.stream().filter(inStanding::contains).count() >= needed;
    }
}
