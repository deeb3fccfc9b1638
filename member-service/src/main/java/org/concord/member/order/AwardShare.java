package org.concord.member.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's share of an award. Its row is locked while the member orders against it. */
@Entity
@Table(name = "award_share")
class AwardShare {
    @EmbeddedId
    Key key;

    @Column(name = "doses")
    long doses;

    AwardShare() {}

    AwardShare(Key key, long doses) {
        this.key = key;
        this.doses = doses;
    }

    /** A member in an award. */
    @Embeddable
    static class Key implements Serializable {
        @Column(name = "award_id")
        UUID awardId;

        @Column(name = "member")
        String member;

        Key() {}

        Key(UUID awardId, String member) {
            this.awardId = awardId;
            this.member = member;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && awardId.equals(that.awardId) && member.equals(that.member);
        }

        @Override
        public int hashCode() {
            return Objects.hash(awardId, member);
        }
    }
}
