package org.concord.compact.backstop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money that came for a draw, or went back for it. Never changed; the table refuses it. */
@Embeddable
class Movement {

    static final String FEDERAL_PAYMENT = "FEDERAL_PAYMENT";
    static final String RECOVERY = "RECOVERY";

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "cents", nullable = false, updatable = false)
    private long cents;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "moved_on", nullable = false, updatable = false)
    private LocalDate movedOn;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected Movement() {}

    Movement(int number, String kind, RecordMovement command, String recordedBy, Instant now) {
        this.number = number;
        this.kind = kind;
        this.cents = command.cents();
        this.document = command.document();
        this.movedOn = command.movedOn();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    boolean is(String askedKind, String askedDocument) {
        return kind.equals(askedKind) && document.equals(askedDocument);
    }

    int number() {
        return number;
    }

    DrawView.MovementView view() {
        return new DrawView.MovementView(number, kind, cents, document, movedOn, recordedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Movement that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
