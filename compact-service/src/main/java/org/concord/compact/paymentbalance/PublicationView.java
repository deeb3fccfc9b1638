package org.concord.compact.paymentbalance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An imported publication.
 *
 * @param rows how many figures it has
 */
public record PublicationView(
        UUID id,
        String publication,
        String publisher,
        String sourceUrl,
        LocalDate publishedOn,
        String unit,
        long rows,
        Instant importedAt) {}
