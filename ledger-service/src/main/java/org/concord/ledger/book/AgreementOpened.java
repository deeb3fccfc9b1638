package org.concord.ledger.book;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.AgreementFact;
import org.concord.kit.access.Capability;
import org.jspecify.annotations.Nullable;

/** What this service reads of compact-service's event of the same name. */
record AgreementOpened(
        UUID agreementId,
        String code,
        String title,
        String type,
        @Nullable String lead,
        Set<Capability> capabilities,
        List<AgreementFact.Membership> memberships,
        Instant openedAt) {}
