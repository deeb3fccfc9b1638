package org.concord.compact.governance.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Files the reasons of a member that lost the vote. */
public record FileMinorityReport(
        @NotBlank @Size(max = 20_000) String text) {}
