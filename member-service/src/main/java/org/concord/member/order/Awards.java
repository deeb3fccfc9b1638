package org.concord.member.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The awards that have been announced to us. */
@ApplicationScoped
class Awards implements PanacheRepositoryBase<Award, UUID> {}
