package org.concord.compact.agreement;

import java.util.UUID;

/** A proceeding as it is shown: each kind adds its own dates. */
public interface ProceedingView {

    /** Its id. */
    UUID id();

    /** The agreement that it is about. */
    UUID agreementId();
}
