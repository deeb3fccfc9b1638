package org.concord.member.jurisdiction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The jurisdictions, by USPS code. */
@ApplicationScoped
class Jurisdictions implements PanacheRepositoryBase<Jurisdiction, String> {

    /** All of them, by USPS code ascending. */
    List<Jurisdiction> all() {
        return list("order by usps");
    }
}
