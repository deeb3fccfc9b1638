package org.concord.member.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rounds that have been announced to us. */
@ApplicationScoped
class Rounds implements PanacheRepositoryBase<Round, UUID> {}
