package org.concord.compact.agreement.enactment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A finding on one article as it is shown. */
public record ConformityFindingView(
        UUID id,
        String article,
        FindConformity.Finding finding,
        String reasons,
        LocalDate foundOn,
        Instant recordedAt) {}
