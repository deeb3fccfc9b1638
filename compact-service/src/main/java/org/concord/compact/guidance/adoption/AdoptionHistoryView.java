package org.concord.compact.guidance.adoption;

import java.util.List;

/** An act as it stands, and every revision of it from the first on. */
public record AdoptionHistoryView(AdoptionView current, List<AdoptionView> revisions) {

    /** A copy is kept. */
    public AdoptionHistoryView {
        revisions = List.copyOf(revisions);
    }
}
