package org.concord.compact.guidance.adoption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What no state's act reaches: reference data that migrations keep. */
@Entity
@Table(name = "unreached_program")
class UnreachedProgram {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "citation", nullable = false, updatable = false)
    private String citation;

    protected UnreachedProgram() {}

    UnreachedProgramView view() {
        return new UnreachedProgramView(code, name, reason, citation);
    }
}
