package org.concord.compact.mutualaid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Proposes other terms for a mission under way. */
public record ProposeAmendment(
        @NotNull @Valid AidTerms terms,
        @NotBlank @Size(max = 1000) String reasons) {}
