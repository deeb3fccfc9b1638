package org.concord.compact.agreement.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What those may ask of defaults before whom a decision on one is laid. */
@ApplicationScoped
public class DefaultRegister {

    /** The matter of a ballot on whether a member in default is suspended. */
    public static final String SUSPENSION = "default-suspension";

    /** The matter of a ballot on whether a member in default is put out. */
    public static final String TERMINATION = "default-termination";

    private final DefaultCases defaults;

    DefaultRegister(DefaultCases defaults) {
        this.defaults = defaults;
    }

    /** Whether the agreement's members may vote on it now: governor and leaders know, and it is not over. */
    public boolean isBeforeTheMembers(UUID agreementId, UUID id) {
        return defaults.isBeforeTheMembers(agreementId, id);
    }
}
