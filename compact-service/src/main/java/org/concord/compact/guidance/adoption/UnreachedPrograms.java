package org.concord.compact.guidance.adoption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A handful of rows, in the order in which they are shown. */
@ApplicationScoped
class UnreachedPrograms implements PanacheRepositoryBase<UnreachedProgram, String> {

    List<UnreachedProgramView> inOrder() {
        return find("order by position").stream().map(UnreachedProgram::view).toList();
    }
}
