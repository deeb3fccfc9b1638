package org.concord.ledger.reading;

import java.util.List;
import org.concord.kit.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * One bounded page of a list as it was at one moment. The pages that its cursor leads to are of the same moment, however
 * the book has grown.
 *
 * @param next opaque cursor of the next page; null on the last one
 * @param asOfSeq the last record of the book that the page knows of
 */
public record AsOfPage<T>(List<T> items, @Nullable String next, long asOfSeq) implements Listing.Listed {

    /** A copy is kept. */
    public AsOfPage {
        items = List.copyOf(items);
    }

    /** A page of one moment. */
    public static <T> AsOfPage<T> of(Page<T> page, long asOfSeq) {
        return new AsOfPage<>(page.items(), page.next(), asOfSeq);
    }
}
