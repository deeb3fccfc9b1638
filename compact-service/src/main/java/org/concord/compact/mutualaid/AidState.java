package org.concord.compact.mutualaid;

import java.time.LocalDate;
import org.concord.kit.problem.ProblemException;

/**
 * The life of one case of aid, from offer to claim. Each record offers only the moves of its stage, and each move asks
 * who makes it: the side that needs help, or the side that gives it.
 */
sealed interface AidState {

    /** The stage's name. */
    AidStage stage();

    /** The two members of a case. */
    record Sides(String requesting, String assisting) {

        void requireRequesting(String member) {
            if (!member.equals(requesting)) {
                throw new ProblemException(
                        AidProblem.NOT_THE_REQUESTING_MEMBER, requesting + " asked for this help; it decides.");
            }
        }

        void requireAssisting(String member) {
            if (!member.equals(assisting)) {
                throw new ProblemException(
                        AidProblem.NOT_THE_ASSISTING_MEMBER, assisting + " gives this help; it decides.");
            }
        }

        void requireParty(String member) {
            if (!member.equals(requesting) && !member.equals(assisting)) {
                throw new ProblemException(
                        AidProblem.NOT_A_PARTY, "This is between " + requesting + " and " + assisting + ".");
            }
        }
    }

    /** An estimate lies before the requesting member; nobody is bound. */
    record Offered(Sides sides) implements AidState {

        /** Signs for one side. */
        PartlySigned sign(String member) {
            sides.requireParty(member);
            return new PartlySigned(sides, member);
        }

        /** The assisting member takes its offer back. */
        TakenBack takeBack(String member) {
            sides.requireAssisting(member);
            return new TakenBack();
        }

        /** The requesting member says no. */
        Declined decline(String member) {
            sides.requireRequesting(member);
            return new Declined();
        }

        @Override
        public AidStage stage() {
            return AidStage.OFFERED;
        }
    }

    /** One side has signed; still nobody is bound. */
    record PartlySigned(Sides sides, String signedBy) implements AidState {

        /**
         * Signs for the other side, and binds both.
         *
         * @throws ProblemException {@code side-has-signed}, {@code not-a-party}
         */
        Binding sign(String member) {
            sides.requireParty(member);
            if (member.equals(signedBy)) {
                throw new ProblemException(
                        AidProblem.SIDE_HAS_SIGNED, member + " has signed; the other side's signature is missing.");
            }
            return new Binding(sides);
        }

        /** The assisting member takes its offer back. */
        TakenBack takeBack(String member) {
            sides.requireAssisting(member);
            return new TakenBack();
        }

        /** The requesting member says no. */
        Declined decline(String member) {
            sides.requireRequesting(member);
            return new Declined();
        }

        @Override
        public AidStage stage() {
            return AidStage.PARTLY_SIGNED;
        }
    }

    /** Both authorised representatives have signed. */
    record Binding(Sides sides) implements AidState {

        /** The requesting member orders the mission. */
        OnMission orderMission(String member) {
            sides.requireRequesting(member);
            return new OnMission(sides);
        }

        @Override
        public AidStage stage() {
            return AidStage.BINDING;
        }
    }

    /** Help is on its way or there. */
    record OnMission(Sides sides) implements AidState {

        /** Either side proposes other terms. */
        AmendmentOpen proposeAmendment(String member) {
            sides.requireParty(member);
            return new AmendmentOpen(sides, member);
        }

        /**
         * The assisting member's people are home.
         *
         * @param startsOn first day of the mission
         * @throws ProblemException {@code mission-not-begun}
         */
        Completed complete(String member, LocalDate startsOn, LocalDate today) {
            sides.requireAssisting(member);
            if (today.isBefore(startsOn)) {
                throw new ProblemException(
                        AidProblem.MISSION_NOT_BEGUN, "The mission begins on " + startsOn + "; it is " + today + ".");
            }
            return new Completed(sides);
        }

        @Override
        public AidStage stage() {
            return AidStage.ON_MISSION;
        }
    }

    /** Other terms are proposed; the agreed ones hold meanwhile. */
    record AmendmentOpen(Sides sides, String proposedBy) implements AidState {

        /**
         * The other side agrees: the proposed terms hold from now on.
         *
         * @throws ProblemException {@code own-amendment}
         */
        OnMission agreeToAmendment(String member) {
            sides.requireParty(member);
            if (member.equals(proposedBy)) {
                throw new ProblemException(AidProblem.OWN_AMENDMENT, "The other side agrees or refuses.");
            }
            return new OnMission(sides);
        }

        /** Either side drops the proposal: the agreed terms stay. */
        OnMission dropAmendment(String member) {
            sides.requireParty(member);
            return new OnMission(sides);
        }

        @Override
        public AidStage stage() {
            return AidStage.AMENDMENT_OPEN;
        }
    }

    /** The mission is over; what it cost is put together. */
    record Completed(Sides sides) implements AidState {

        /** The assisting member claims. */
        Claimed claim(String member) {
            sides.requireAssisting(member);
            return new Claimed();
        }

        @Override
        public AidStage stage() {
            return AidStage.COMPLETED;
        }
    }

    /** Claimed; what is owed for it is the ledger's matter. */
    record Claimed() implements AidState {
        @Override
        public AidStage stage() {
            return AidStage.CLAIMED;
        }
    }

    /** The offer was taken back before it bound. */
    record TakenBack() implements AidState {
        @Override
        public AidStage stage() {
            return AidStage.TAKEN_BACK;
        }
    }

    /** The offer was declined before it bound. */
    record Declined() implements AidState {
        @Override
        public AidStage stage() {
            return AidStage.DECLINED;
        }
    }
}
