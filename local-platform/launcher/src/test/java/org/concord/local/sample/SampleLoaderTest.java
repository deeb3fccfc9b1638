package org.concord.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.concord.local.realm.Jurisdiction;
import org.concord.local.realm.SampleOfficial;
import org.junit.jupiter.api.Test;

class SampleLoaderTest {

    @Test
    void everyOfficialHoldsTheMandateOfTheOffice() {
        assertThat(SampleLoader.mandates())
                .hasSize(56 * 6 + 1)
                .anySatisfy(mandate -> assertThat(mandate)
                        .containsEntry(
                                "subject",
                                SampleOfficial.subjectOf("wa.officer").toString())
                        .containsEntry("member", "WA")
                        .containsEntry("role", "PROCUREMENT_OFFICER"));
    }

    @Test
    void fifteenMembersFoundedTheSampleAlliance() {
        assertThat(Jurisdiction.all().stream().filter(Jurisdiction::founding).map(Jurisdiction::usps))
                .containsExactlyInAnyOrder(
                        "CA", "CO", "CT", "DE", "GU", "HI", "IL", "MD", "MA", "NJ", "NY", "NC", "OR", "RI", "WA");
    }
}
