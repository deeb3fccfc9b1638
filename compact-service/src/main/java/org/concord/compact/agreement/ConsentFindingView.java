package org.concord.compact.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Consent;

/** A finding on consent as it is shown. */
public record ConsentFindingView(UUID id, Consent finding, LocalDate foundOn, Instant recordedAt) {}
