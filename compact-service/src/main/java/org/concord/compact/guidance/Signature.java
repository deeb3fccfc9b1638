package org.concord.compact.guidance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One health officer's signature for its member, as it was given. The table refuses a second one and any change. */
@Embeddable
class Signature {

    /** What was signed. */
    enum Purpose {
        ISSUE,
        WITHDRAW
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", nullable = false, updatable = false)
    private Purpose purpose;

    @Column(name = "signing", nullable = false, updatable = false)
    private int signing;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    /** Empty for none: of rows that may hold null, Hibernate would write all again to add one, which the table refuses. */
    @Column(name = "reasons", nullable = false, updatable = false)
    private String reasons;

    @Column(name = "signed_by", nullable = false, updatable = false)
    private String signedBy;

    @Column(name = "signed_at", nullable = false, updatable = false)
    private Instant signedAt;

    protected Signature() {}

    Signature(
            Purpose purpose, int signing, String member, @Nullable String reasons, String signedBy, Instant signedAt) {
        this.purpose = purpose;
        this.signing = signing;
        this.member = member;
        this.reasons = reasons == null ? "" : reasons;
        this.signedBy = signedBy;
        this.signedAt = signedAt;
    }

    boolean isOf(Purpose asked, int current) {
        return purpose == asked && signing == current;
    }

    String member() {
        return member;
    }

    SignatureView view() {
        return new SignatureView(member, reasons.isEmpty() ? null : reasons, signedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature that
                && purpose == that.purpose
                && signing == that.signing
                && member.equals(that.member);
    }

    @Override
    public int hashCode() {
        return Objects.hash(purpose, signing, member);
    }
}
