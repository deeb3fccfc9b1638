package org.concord.compact.governance.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.Matter.AdmitMember;
import org.concord.compact.governance.MatterOwner;
import org.concord.kit.access.Right;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Zones;

/** Lays an admission before the members, and keeps what they decide. */
@ApplicationScoped
public class Admission implements MatterOwner {

    private final AgreementRegister agreements;
    private final DataSource dataSource;
    private final Clock clock;

    Admission(AgreementRegister agreements, DataSource dataSource, Clock clock) {
        this.agreements = agreements;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public boolean owns(Matter matter) {
        return matter instanceof AdmitMember;
    }

    @Override
    public void takenUp(Matter matter, UUID agreementId, UUID ballotId) {
        String member = ((AdmitMember) matter).member();
        if (!Zones.isJurisdiction(member)) {
            throw new ProblemException(AdmissionProblem.NO_SUCH_JURISDICTION, member + " is no jurisdiction's code.");
        }
        // What every member keeps, a suspended one too, and none that is on its way out.
        if (agreements
                .keeping(Right.REPORT_COUNTS, agreementId, Moments.now(clock))
                .contains(member)) {
            throw new ProblemException(AdmissionProblem.ALREADY_A_MEMBER, member + " is a member today.");
        }
    }

    @Override
    public void decided(Matter matter, UUID ballotId, BallotResult result) {
        if (result == BallotResult.QUORUM_NOT_REACHED) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into admission_decision (ballot_id, agreement_id, member, admitted, decided_at)
                        select id, agreement_id, subject_member, ?, ?::timestamptz from ballot where id = ?""")) {
            insert.setBoolean(1, result.carried());
            insert.setTimestamp(2, Timestamp.from(Moments.now(clock)));
            insert.setObject(3, ballotId);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("an admission could not be kept", failed);
        }
    }

    /** Whether the members have admitted the jurisdiction to the agreement by their last decision on it. */
    public boolean admitted(UUID agreementId, String member) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select admitted from admission_decision
                         where agreement_id = ? and member = ? order by ballot_id desc limit 1""")) {
            select.setObject(1, agreementId);
            select.setString(2, member);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an admission could not be read", failed);
        }
    }
}
