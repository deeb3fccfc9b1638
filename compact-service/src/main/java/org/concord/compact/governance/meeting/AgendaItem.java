package org.concord.compact.governance.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An item as it was noticed. */
@Embeddable
class AgendaItem {

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_for", updatable = false)
    private @Nullable ClosureGround closedFor;

    protected AgendaItem() {}

    AgendaItem(NoticeMeeting.Item item) {
        this.title = item.title();
        this.closedFor = item.closedFor();
    }

    String title() {
        return title;
    }

    @Nullable
    ClosureGround closedFor() {
        return closedFor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgendaItem that && title.equals(that.title) && closedFor == that.closedFor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, closedFor);
    }
}
