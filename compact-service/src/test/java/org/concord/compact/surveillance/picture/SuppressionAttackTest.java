package org.concord.compact.surveillance.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.kit.time.MmwrWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks on what is published. The strongest question first: could the attacker tell two worlds apart that differ only
 * in small counts? If not, no sum, difference or system of equations over anything published can tell a small count.
 */
class SuppressionAttackTest {

    private static final int SMALL_BELOW = 5;
    private static final int SUBSTITUTE = 2;
    private static final List<String> MEMBERS = List.of("CA", "GU", "MD", "WA");
    private static final int WEEKS = 6;
    private static final int VERSIONS = 3;
    private static final MmwrWeek FIRST = new MmwrWeek(2025, 50);
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final UUID DATA_USE = new UUID(1, 1);

    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();

    /** A true count, which only its member knows. */
    private record True(String member, int week, CaseStatus status, int version, long cases) {

        boolean small() {
            return cases > 0 && cases < SMALL_BELOW;
        }

        True with(long other) {
            return new True(member, week, status, version, other);
        }

        Instant reportedAt() {
            return START.plusSeconds(version * 1000L);
        }

        /** What member-service lets out of it. */
        Cell shared() {
            return new Cell(
                    member,
                    FIRST.plus(week),
                    status,
                    version,
                    small() ? null : cases,
                    version == VERSIONS ? Finality.FINAL : Finality.PROVISIONAL,
                    reportedAt());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void worldsThatDifferInSmallCountsOnlyCannotBeToldApart(long seed) {
        Random chance = new Random(seed);
        List<True> world = world(chance);
        String published = published(world);

        for (int attempt = 0; attempt < 20; attempt++) {
            List<True> other = world.stream()
                    .map(count -> count.small() ? count.with(1 + chance.nextInt(SMALL_BELOW - 1)) : count)
                    .toList();

            assertThat(published(other)).isEqualTo(published);
        }
        assertThat(world).anyMatch(True::small);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everySingleSmallCountCouldBeEverySmallNumber(long seed) {
        List<True> world = world(new Random(seed));
        String published = published(world);

        for (int i = 0; i < world.size(); i++) {
            if (world.get(i).small()) {
                for (long candidate = 1; candidate < SMALL_BELOW; candidate++) {
                    List<True> other = new ArrayList<>(world);
                    other.set(i, world.get(i).with(candidate));

                    assertThat(published(other)).isEqualTo(published);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noShownTotalMinusShownCellsLeavesASuppressedOne(long seed) {
        for (CaseTable.Row total : CaseTable.layOut(latest(world(new Random(seed)), VERSIONS)).stream()
                .filter(row -> row.member() == null || row.status() == null)
                .toList()) {
            List<Cell> parts = latest(world(new Random(seed)), VERSIONS).stream()
                    .filter(cell -> cell.week().equals(total.week())
                            && (total.member() == null || total.member().equals(cell.member()))
                            && (total.status() == null || total.status() == cell.status()))
                    .toList();

            if (parts.stream().anyMatch(cell -> cell.cases() == null)) {
                assertThat(total.cases()).as("%s", total).isNull();
                assertThat(total.atLeast()).isEqualTo(shownSum(parts));
            } else {
                assertThat(total.cases()).isEqualTo(shownSum(parts));
            }
        }
    }

    @Test
    void theAttackWouldWorkOnTotalsOfTrueCounts() {
        List<True> world = world(new Random(1));
        List<Cell> shown = latest(world, VERSIONS);
        boolean broken = false;
        for (int week = 0; week < WEEKS; week++) {
            MmwrWeek at = FIRST.plus(week);
            int ofWeek = week;
            for (String member : MEMBERS) {
                List<Cell> parts = shown.stream()
                        .filter(cell -> cell.week().equals(at) && cell.member().equals(member))
                        .toList();
                long trueTotal = world.stream()
                        .filter(count ->
                                count.week() == ofWeek && count.member().equals(member) && count.version() == VERSIONS)
                        .mapToLong(True::cases)
                        .sum();
                List<Cell> hidden =
                        parts.stream().filter(cell -> cell.cases() == null).toList();
                if (hidden.size() == 1) {
                    long told = trueTotal - shownSum(parts);
                    broken |= world.stream()
                            .anyMatch(count -> count.small()
                                    && count.cases() == told
                                    && count.member().equals(member));
                }
            }
        }

        assertThat(broken)
                .as("the test's own attack finds counts where totals are true")
                .isTrue();
    }

    @Test
    void aVersionBesideASuppressedOneShowsNoChange() {
        List<Cell> cells = List.of(
                new True("MD", 0, CaseStatus.CONFIRMED, 1, 7).shared(),
                new True("MD", 0, CaseStatus.CONFIRMED, 2, 3).shared(),
                new True("MD", 0, CaseStatus.CONFIRMED, 3, 9).shared());

        List<CaseBackfill.Version> versions = CaseBackfill.layOut(cells);

        assertThat(versions).extracting(CaseBackfill.Version::cases).containsExactly(7L, null, 9L);
        assertThat(versions).extracting(CaseBackfill.Version::change).containsOnlyNulls();
    }

    @Test
    void aMoveBetweenShownVersionsIsShown() {
        List<CaseBackfill.Version> versions = CaseBackfill.layOut(List.of(
                new True("MD", 0, CaseStatus.CONFIRMED, 2, 12).shared(),
                new True("MD", 0, CaseStatus.CONFIRMED, 1, 7).shared()));

        assertThat(versions).extracting(CaseBackfill.Version::change).containsExactly(null, 5L);
    }

    @Test
    void aCsvHasTheNumbersOfItsJsonAndNoOthers() {
        CaseTable table = table(latest(world(new Random(3)), VERSIONS), null);

        String csv = Sheet.write(CaseTable.COLUMNS, table.sheet());

        List<String> fromRows = table.rows().stream()
                .map(row -> row.cases() == null ? "" : row.cases().toString())
                .toList();
        List<String> fromCsv = csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[CaseTable.COLUMNS.indexOf("cases")])
                .toList();
        assertThat(fromCsv).isEqualTo(fromRows);
    }

    // ---- a world, and all that is published of it

    private static List<True> world(Random chance) {
        List<True> world = new ArrayList<>();
        for (String member : MEMBERS) {
            for (int week = 0; week < WEEKS; week++) {
                for (CaseStatus status : CaseStatus.values()) {
                    for (int version = 1; version <= VERSIONS; version++) {
                        world.add(new True(
                                member,
                                week,
                                status,
                                version,
                                chance.nextInt(3) == 0 ? chance.nextInt(60) : chance.nextInt(7)));
                    }
                }
            }
        }
        return world;
    }

    private String published(List<True> world) {
        List<Object> all = new ArrayList<>();
        for (int asOf = 1; asOf <= VERSIONS; asOf++) {
            List<Cell> cells = latest(world, asOf);
            CaseTable table = table(cells, START.plusSeconds(asOf * 1000L));
            all.add(table);
            all.add(Sheet.write(CaseTable.COLUMNS, table.sheet()));
            for (Set<CaseStatus> statuses : statusSets()) {
                List<Cell> ofStatuses = cells.stream()
                        .filter(cell -> statuses.contains(cell.status()))
                        .toList();
                all.add(added(ofStatuses));
                List<MemberSeries> judged = new ArrayList<>();
                for (String member : MEMBERS) {
                    List<Cell> own = ofStatuses.stream()
                            .filter(cell -> cell.member().equals(member))
                            .toList();
                    all.add(added(own));
                    judged.add(series(member, own));
                }
                judged.forEach(series -> all.add(series.values()));
                all.add(MemberSeries.together(judged).values());
            }
        }
        for (String member : MEMBERS) {
            for (int week = 0; week < WEEKS; week++) {
                int ofWeek = week;
                all.add(CaseBackfill.layOut(world.stream()
                        .filter(count -> count.member().equals(member) && count.week() == ofWeek)
                        .map(True::shared)
                        .toList()));
            }
        }
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException bug) {
            throw new AssertionError(bug);
        }
    }

    private static List<Set<CaseStatus>> statusSets() {
        return List.of(
                EnumSet.allOf(CaseStatus.class),
                EnumSet.of(CaseStatus.CONFIRMED),
                EnumSet.of(CaseStatus.CONFIRMED, CaseStatus.PROBABLE),
                EnumSet.of(CaseStatus.PROBABLE, CaseStatus.SUSPECT));
    }

    /** As the database adds them, which {@code OutbreakPictureTest} holds against the table's totals. */
    private static List<CaseSeries.Point> added(List<Cell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(Cell::week, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(week -> CaseSeries.Point.of(
                        week.getKey(),
                        Figure.sum(week.getValue().stream().map(Cell::figure).toList()),
                        week.getValue().stream().allMatch(cell -> cell.finality() == Finality.FINAL)))
                .toList();
    }

    /** As the database gives a member's statuses to detection. */
    private static MemberSeries series(String member, List<Cell> cells) {
        return MemberSeries.of(
                "PERTUSSIS",
                member,
                cells.stream()
                        .map(cell -> ((long) cell.week().number() << 32)
                                | (cell.cases() == null ? (SUBSTITUTE << 1) | 1 : cell.cases() << 1))
                        .toArray(Long[]::new));
    }

    private static List<Cell> latest(List<True> world, int asOfVersion) {
        return world.stream()
                .filter(count -> count.version() <= asOfVersion)
                .collect(Collectors.groupingBy(
                        count -> Arrays.asList(count.member(), count.week(), count.status()),
                        Collectors.maxBy(Comparator.comparingInt(True::version))))
                .values()
                .stream()
                .map(count -> count.orElseThrow().shared())
                .sorted(Comparator.comparing(Cell::member)
                        .thenComparing(Cell::week)
                        .thenComparing(Cell::status))
                .toList();
    }

    private static CaseTable table(List<Cell> cells, Instant asOf) {
        return new CaseTable(DATA_USE, "PERTUSSIS", FIRST, FIRST.plus(WEEKS - 1), asOf, CaseTable.layOut(cells));
    }

    private static long shownSum(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.cases() != null)
                .mapToLong(Cell::cases)
                .sum();
    }
}
