package org.concord.member.casereport;

/** The life of a week's count. What is final does not become provisional again. */
sealed interface CaseCountState {

    /** The version that the count has; 0 before the first. */
    int version();

    /** Nobody has reported it. */
    record Unreported() implements CaseCountState {

        Provisional report() {
            return new Provisional(1);
        }

        Final close() {
            return new Final(1);
        }

        @Override
        public int version() {
            return 0;
        }
    }

    /** Reported, and still growing. */
    record Provisional(int version) implements CaseCountState {

        Provisional revise() {
            return new Provisional(version + 1);
        }

        Final close() {
            return new Final(version + 1);
        }
    }

    /** Closed. */
    record Final(int version) implements CaseCountState {

        Final correct() {
            return new Final(version + 1);
        }
    }
}
