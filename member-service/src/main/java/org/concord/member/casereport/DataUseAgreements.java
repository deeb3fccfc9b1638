package org.concord.member.casereport;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Agreements on the use of data. */
@ApplicationScoped
class DataUseAgreements implements PanacheRepositoryBase<DataUseAgreement, UUID> {}
