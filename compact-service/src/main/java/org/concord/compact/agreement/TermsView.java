package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Terms;

/**
 * An agreement's terms on one day, as they were known.
 *
 * @param amendments those in force on that day, in the order in which they came to it
 */
public record TermsView(UUID agreementId, LocalDate on, Terms terms, List<UUID> amendments) {}
