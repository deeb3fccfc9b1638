package org.concord.compact.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The life of an agreement. It moves by dates that follow from its members' acts, whenever somebody looks. */
sealed interface AgreementState {

    /** Waits for the act of joining that brings it into force. */
    record OpenForEnactment() implements AgreementState {

        Active activate(LocalDate on) {
            return new Active(on);
        }
    }

    /** In force. */
    record Active(LocalDate since) implements AgreementState {

        Dissolved dissolve(LocalDate on) {
            return new Dissolved(on, null);
        }
    }

    /** No longer in force; what its members owe each other stays. */
    record Dissolved(LocalDate since, @Nullable LocalDate woundUpOn) implements AgreementState {

        Dissolved windUp(LocalDate on) {
            return new Dissolved(since, on);
        }
    }
}
