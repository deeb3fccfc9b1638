package org.concord.compact.agreement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The members' suspensions, as far as standing follows from them. */
public interface Suspensions {

    /** Each member's suspensions by USPS code, past ones too. */
    Map<String, List<Suspension>> of(UUID agreementId);
}
