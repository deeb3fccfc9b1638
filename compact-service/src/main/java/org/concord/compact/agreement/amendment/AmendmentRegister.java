package org.concord.compact.agreement.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.concord.compact.agreement.LegalDates;

/** For those who keep the ballots on proposing amendments. Callers bring the transaction. */
@ApplicationScoped
public class AmendmentRegister {

    /** The matter of a ballot on whether an amendment is proposed to the members' legislatures. */
    public static final String PROPOSING = "agreement-amendment";

    private final Amendments amendments;
    private final AmendmentDesk desk;
    private final LegalDates dates;

    AmendmentRegister(Amendments amendments, AmendmentDesk desk, LegalDates dates) {
        this.amendments = amendments;
        this.desk = desk;
        this.dates = dates;
    }

    /** Whether the agreement's members may vote on proposing it now. */
    public boolean isBeforeTheMembers(UUID agreementId, String lead, UUID id) {
        return amendments
                .inAgreement(agreementId, id)
                .filter(amendment -> amendment.state(dates.today(lead)) instanceof AmendmentState.Filed)
                .isPresent();
    }

    /** The members have voted with a quorum: it is proposed from today on, or rejected. */
    public void decided(UUID agreementId, UUID id, UUID ballotId, boolean carried) {
        desk.decided(agreementId, id, ballotId, carried);
    }
}
