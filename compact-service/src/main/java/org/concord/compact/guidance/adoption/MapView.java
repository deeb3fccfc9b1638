package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.guidance.Force;
import org.jspecify.annotations.Nullable;

/**
 * The data of a map for one legal effect: every jurisdiction once, by USPS code, with a category. The categories are
 * kinds and no steps of a scale, and carry no colours.
 */
public record MapView(
        UUID guidanceId,
        LocalDate on,
        Instant knownAt,
        LegalEffect legalEffect,
        Force force,
        List<Category> categories,
        List<Place> places) {

    private static final String NOT_A_MEMBER = "NOT_A_MEMBER";

    /** A kind of place, with its words for the legend. */
    public record Category(String code, String label) {}

    /**
     * One jurisdiction.
     *
     * @param number the version that it acts on; null without an act
     * @param since first day of the act's force; null without an act
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            String usps,
            String fips,
            String category,
            @Nullable Integer number,
            @Nullable LocalDate since) {}

    /**
     * Puts the rows on the map.
     *
     * @param rows of that legal effect
     */
    static MapView of(UUID guidanceId, MatrixFilter filter, LegalEffect effect, Force force, List<MatrixRow> rows) {
        List<Category> categories = new ArrayList<>(Arrays.stream(Following.values())
                .map(following -> new Category(following.name(), following.label()))
                .toList());
        categories.add(new Category(NOT_A_MEMBER, "Not a member on this day"));
        Map<String, MatrixRow> byMember = new HashMap<>();
        rows.forEach(row -> byMember.put(row.member(), row));
        List<Place> places = new ArrayList<>();
        Fips.all().forEach((usps, fips) -> {
            MatrixRow row = byMember.get(usps);
            places.add(
                    row == null
                            ? new Place(usps, fips, NOT_A_MEMBER, null, null)
                            : new Place(usps, fips, row.following().name(), row.number(), row.since()));
        });
        return new MapView(guidanceId, filter.on(), filter.knownAt(), effect, force, categories, places);
    }
}
