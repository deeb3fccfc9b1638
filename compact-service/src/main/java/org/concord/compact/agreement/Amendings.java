package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The amendments of agreements, as far as the terms in force follow from them. */
public interface Amendings {

    /** Those that were proposed and not taken back, oldest first. */
    List<Amending> of(UUID agreementId);

    /**
     * Takes the days that were worked out.
     *
     * @param inForce first day in force of each amendment that has one, by its id
     */
    void enterForce(UUID agreementId, Map<UUID, LocalDate> inForce);
}
