package org.concord.ledger.transparency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the doses of a book, or of one award, stand.
 *
 * @param asOfSeq the last record of the book that these figures contain
 */
public record GoodsView(@Nullable UUID awardId, List<MemberGoods> members, long asOfSeq) {

    /** A member's doses of one item. */
    public record MemberGoods(String member, String unit, long allocated, long onOrder) {}
}
