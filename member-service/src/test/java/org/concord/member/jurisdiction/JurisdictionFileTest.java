package org.concord.member.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JurisdictionFileTest {

    @Test
    void fileHoldsTheFiftyStatesTheDistrictAndFiveTerritories() {
        assertThat(JurisdictionMigration.rows()).hasSize(56);
        assertThat(JurisdictionMigration.rows())
                .extracting(JurisdictionView::usps)
                .doesNotHaveDuplicates();
        assertThat(JurisdictionMigration.rows().stream().filter(j -> j.kind().equals("STATE")))
                .hasSize(50);
        assertThat(JurisdictionMigration.rows().stream().filter(j -> j.kind().equals("TERRITORY")))
                .hasSize(5);
    }

    @Test
    void statesAndTheDistrictSumToThePublishedCensus() {
        assertThat(JurisdictionMigration.rows().stream()
                        .filter(j -> !j.kind().equals("TERRITORY"))
                        .mapToLong(JurisdictionView::population)
                        .sum())
                .isEqualTo(331_449_281);
    }

    @Test
    void fipsKeepsItsLeadingZero() {
        assertThat(JurisdictionMigration.rows())
                .filteredOn(j -> j.usps().equals("CA"))
                .extracting(JurisdictionView::fips)
                .containsExactly("06");
    }
}
