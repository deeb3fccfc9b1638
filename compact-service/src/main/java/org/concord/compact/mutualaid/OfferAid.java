package org.concord.compact.mutualaid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Offers help for another member's request.
 *
 * @param resource what is offered, such as a mission ready package
 * @param terms mission, time and estimate
 */
public record OfferAid(
        @NotNull UUID requestId,
        @NotBlank @Size(max = 500) String resource,
        @NotNull @Valid AidTerms terms) {}
