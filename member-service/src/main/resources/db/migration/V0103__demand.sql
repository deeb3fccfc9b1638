-- Rounds as compact-service announced them: a copy for deciding whether a demand may be posted, never edited here.
create table known_round (
    round_id        uuid        not null,
    agreement_id    uuid        not null,
    title           text        not null,
    cvx             text        not null,
    item_name       text        not null,
    package_doses   bigint      not null,
    demand_due_at   timestamptz not null,
    consolidated_at timestamptz,
    constraint known_round_pk primary key (round_id),
    constraint known_round_package_positive check (package_doses > 0)
);

-- One row per member in a round. It is locked while that member posts, so references and totals cannot race.
create table round_participant (
    round_id           uuid   not null,
    member             text   not null,
    -- The population the round was opened with, not today's: the doses must be computed alike by all.
    population         bigint not null,
    total_doses        bigint not null default 0,
    -- What compact-service counted when it consolidated. Differs from total_doses only for a line that crossed with it.
    consolidated_doses bigint,
    constraint round_participant_pk primary key (round_id, member),
    constraint round_participant_round foreign key (round_id) references known_round (round_id),
    constraint round_participant_population_positive check (population > 0),
    constraint round_participant_total_is_exact check (total_doses between 0 and 9007199254740991)
);

create table demand_line (
    id             uuid        not null,
    round_id       uuid        not null,
    member         text        not null,
    reference      text        not null,
    doses          bigint      not null,
    -- Inputs of the formula, kept so that anyone can replay it. Null rate: the member named the doses itself.
    rate_per_10000 numeric(9, 3),
    population     bigint      not null,
    package_doses  bigint      not null,
    source         text        not null,
    posted_by      text        not null,
    posted_at      timestamptz not null,
    constraint demand_line_pk primary key (id),
    constraint demand_line_participant
        foreign key (round_id, member) references round_participant (round_id, member),
    constraint demand_line_reference_once unique (round_id, member, reference),
    constraint demand_line_whole_packages check (doses > 0 and doses % package_doses = 0),
    constraint demand_line_rate_positive check (rate_per_10000 > 0),
    constraint demand_line_source_known check (source in ('REST', 'UPLOAD'))
);

create index demand_line_by_round on demand_line (round_id, id);
