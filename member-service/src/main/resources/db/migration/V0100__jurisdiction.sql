-- The 56 jurisdictions that may be members: states, the District, territories.
create table jurisdiction (
    usps               text    not null,
    fips               text    not null,
    name               text    not null,
    kind               text    not null,
    population         bigint  not null,
    -- Which count the population is: a formula must be able to say what it was fed.
    population_vintage text    not null,
    constraint jurisdiction_pk primary key (usps),
    constraint jurisdiction_fips_unique unique (fips),
    constraint jurisdiction_usps_is_two_letters check (usps ~ '^[A-Z]{2}$'),
    constraint jurisdiction_fips_is_two_digits check (fips ~ '^[0-9]{2}$'),
    constraint jurisdiction_kind_known check (kind in ('STATE', 'DISTRICT', 'TERRITORY')),
    constraint jurisdiction_population_positive check (population > 0)
);
