-- Under which agreement on the use of data counts are shared, and which of them are small.
create table data_use_agreement (
    id            uuid        not null,
    agreement_id  uuid        not null,
    code          text        not null,
    title         text        not null,
    instrument    text        not null,
    effective_on  date        not null,
    -- Last day; null while open-ended.
    ends_on       date,
    -- Where no rule says otherwise: counts from 1 to below this are small.
    small_below   integer     not null,
    -- What a small count enters a computation as.
    substitute    integer     not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    constraint data_use_agreement_pk primary key (id),
    constraint data_use_agreement_code_uk unique (code),
    constraint data_use_agreement_dates_ck check (ends_on >= effective_on),
    constraint data_use_agreement_small_ck check (small_below between 1 and 1000),
    constraint data_use_agreement_substitute_ck check (substitute between 0 and small_below - 1)
);

create index data_use_agreement_agreement_ix on data_use_agreement (agreement_id, id desc);

-- A threshold of its own for a member, a condition, or both; '*' for any.
create table small_cell_rule (
    data_use_agreement_id uuid    not null,
    member                text    not null,
    condition             text    not null,
    small_below           integer not null,
    substitute            integer not null,
    constraint small_cell_rule_pk primary key (data_use_agreement_id, member, condition),
    constraint small_cell_rule_agreement_fk foreign key (data_use_agreement_id) references data_use_agreement,
    constraint small_cell_rule_of_something_ck check (member <> '*' or condition <> '*'),
    constraint small_cell_rule_small_ck check (small_below between 1 and 1000),
    constraint small_cell_rule_substitute_ck check (substitute between 0 and small_below - 1)
);

-- One row per member that reports under such an agreement, locked while it posts: versions, times and events follow
-- one order.
create table case_reporter (
    data_use_agreement_id uuid not null,
    member                text not null,
    constraint case_reporter_pk primary key (data_use_agreement_id, member),
    constraint case_reporter_agreement_fk foreign key (data_use_agreement_id) references data_use_agreement
);

create table case_report (
    id                    uuid        not null,
    data_use_agreement_id uuid        not null,
    member                text        not null,
    finality              text        not null,
    reason                text,
    cells                 integer     not null,
    reported_by           text        not null,
    reported_at           timestamptz not null,
    constraint case_report_pk primary key (id),
    constraint case_report_reporter_fk foreign key (data_use_agreement_id, member) references case_reporter,
    constraint case_report_finality_ck check (finality in ('PROVISIONAL', 'FINAL'))
);

-- Every version of every count. The key's order is that of the lists.
create table case_count (
    data_use_agreement_id uuid        not null,
    member                text        not null,
    condition             text        not null,
    -- Weeks since week 1 of 1900.
    week                  integer     not null,
    status                text        not null,
    version               integer     not null,
    cases                 bigint      not null,
    finality              text        not null,
    report_id             uuid        not null,
    reported_at           timestamptz not null,
    constraint case_count_pk primary key (data_use_agreement_id, member, condition, week, status, version),
    constraint case_count_report_fk foreign key (report_id) references case_report,
    constraint case_count_status_ck check (status in ('CONFIRMED', 'PROBABLE', 'SUSPECT')),
    constraint case_count_finality_ck check (finality in ('PROVISIONAL', 'FINAL')),
    constraint case_count_exact_ck check (cases between 0 and 10000000),
    constraint case_count_version_ck check (version > 0)
);

-- What was reported stays: a correction is a further version.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger data_use_agreement_is_final before update or delete on data_use_agreement
  for each row execute function refuse_change();
create trigger small_cell_rule_is_final before update or delete on small_cell_rule
  for each row execute function refuse_change();
create trigger case_report_is_final before update or delete on case_report
  for each row execute function refuse_change();
create trigger case_count_is_final before update or delete on case_count
  for each row execute function refuse_change();
