package org.concord.compact.governance.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session; it lasts until the next one begins, or the meeting ends. */
@Embeddable
class Session {

    @Column(name = "closed_item", updatable = false)
    private @Nullable Integer closedItem;

    @Column(name = "began_at", nullable = false, updatable = false)
    private Instant beganAt;

    protected Session() {}

    Session(@Nullable Integer closedItem, Instant beganAt) {
        this.closedItem = closedItem;
        this.beganAt = beganAt;
    }

    @Nullable
    Integer closedItem() {
        return closedItem;
    }

    Instant beganAt() {
        return beganAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Session that
                && Objects.equals(closedItem, that.closedItem)
                && beganAt.equals(that.beganAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(closedItem, beganAt);
    }
}
