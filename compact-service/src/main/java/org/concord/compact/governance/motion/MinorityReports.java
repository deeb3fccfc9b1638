package org.concord.compact.governance.motion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Minority reports; one for each member and motion at most. */
@ApplicationScoped
class MinorityReports implements PanacheRepositoryBase<MinorityReport, UUID> {

    List<MotionView.ReportView> of(UUID motionId) {
        return list("motionId = ?1 order by member", motionId).stream()
                .map(MinorityReport::view)
                .toList();
    }
}
