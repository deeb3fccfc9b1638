package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.kit.access.Capability;
import org.jspecify.annotations.Nullable;

/** An agreement as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
        UUID id,
        String code,
        String title,
        AgreementType type,
        Set<Capability> capabilities,
        String lead,
        @Nullable UUID linkedAgreementId,
        List<Term> members,
        Instant openedAt,
        int version) {}
