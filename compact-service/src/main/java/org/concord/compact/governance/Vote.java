package org.concord.compact.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.concord.compact.governance.CastVote.Instruction;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.seat.Capacity;
import org.jspecify.annotations.Nullable;

/** A seat's vote as it was cast. Written once; the table refuses a second one and any change. */
@Embeddable
class Vote {

    @Enumerated(EnumType.STRING)
    @Column(name = "choice", nullable = false, updatable = false)
    private Choice choice;

    @Column(name = "reasons", updatable = false)
    private @Nullable String reasons;

    @Column(name = "cast_by", nullable = false, updatable = false)
    private String castBy;

    @Column(name = "cast_at", nullable = false, updatable = false)
    private Instant castAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "cast_as", nullable = false, updatable = false)
    private Capacity castAs;

    @Column(name = "instructing_authority", updatable = false)
    private @Nullable String instructingAuthority;

    @Column(name = "instruction_reference", updatable = false)
    private @Nullable String instructionReference;

    @Enumerated(EnumType.STRING)
    @Column(name = "instructed_choice", updatable = false)
    private @Nullable Choice instructedChoice;

    protected Vote() {}

    Vote(CastVote command, String castBy, Capacity castAs, Instant castAt) {
        this.choice = command.choice();
        this.reasons = command.choice() == Choice.CONCUR ? null : command.reasons();
        this.castBy = castBy;
        this.castAs = castAs;
        this.castAt = castAt;
        Instruction instruction = command.instruction();
        if (instruction != null) {
            this.instructingAuthority = instruction.authority();
            this.instructionReference = instruction.reference();
            this.instructedChoice = instruction.choice();
        }
    }

    Choice choice() {
        return choice;
    }

    @Nullable
    String reasons() {
        return reasons;
    }

    String castBy() {
        return castBy;
    }

    Instant castAt() {
        return castAt;
    }

    Capacity castAs() {
        return castAs;
    }

    @Nullable
    Instruction instruction() {
        return instructingAuthority == null || instructionReference == null || instructedChoice == null
                ? null
                : new Instruction(instructingAuthority, instructionReference, instructedChoice);
    }

    /** Whether it was cast otherwise than instructed; null without an instruction. */
    @Nullable
    Boolean contrary() {
        return instructedChoice == null ? null : Boolean.valueOf(instructedChoice != choice);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vote that
                && choice == that.choice
                && Objects.equals(reasons, that.reasons)
                && castBy.equals(that.castBy)
                && castAt.equals(that.castAt)
                && castAs == that.castAs
                && Objects.equals(instruction(), that.instruction());
    }

    @Override
    public int hashCode() {
        return Objects.hash(choice, castBy, castAt);
    }
}
