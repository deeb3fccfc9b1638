package org.concord.member.jurisdiction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One state, district or territory. Only the migration writes these rows. */
@Entity
@Immutable
@Table(name = "jurisdiction")
class Jurisdiction {
    @Id
    @Column(name = "usps")
    String usps;

    @Column(name = "fips")
    String fips;

    @Column(name = "name")
    String name;

    @Column(name = "kind")
    String kind;

    @Column(name = "population")
    long population;

    @Column(name = "population_vintage")
    String populationVintage;

    JurisdictionView view() {
        return new JurisdictionView(usps, fips, name, kind, population, populationVintage);
    }
}
