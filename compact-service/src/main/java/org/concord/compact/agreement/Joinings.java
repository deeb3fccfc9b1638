package org.concord.compact.agreement;

import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.OpenAgreement.Joining;

/** The members' acts of joining, as far as an agreement's force and standing follow from them. */
public interface Joinings {

    /** Every act that has an effect, also one that has ended, oldest first: some for each of 56 jurisdictions. */
    List<Joined> of(UUID agreementId);

    /** Records a member that stands in the agreement since it was opened. */
    void found(UUID agreementId, Joining joining, String by);
}
