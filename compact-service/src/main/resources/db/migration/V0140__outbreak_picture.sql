-- What members share of their counts, as it came: a small count has no number here, only what stands for it.
create table known_data_use_agreement (
  id           uuid not null,
  agreement_id uuid not null,
  code         text not null,
  constraint known_data_use_agreement_pk primary key (id)
);

-- The latest version of each count. The key's order is that of a member's series.
create table case_cell (
  data_use_agreement_id uuid        not null,
  condition             text        not null,
  member                text        not null,
  -- Weeks since week 1 of 1900.
  week                  integer     not null,
  status                text        not null,
  version               integer     not null,
  cases                 bigint,
  substitute            integer,
  finality              text        not null,
  reported_at           timestamptz not null,
  constraint case_cell_pk primary key (data_use_agreement_id, condition, member, week, status),
  constraint case_cell_told_or_suppressed_ck check ((cases is null) <> (substitute is null)),
  constraint case_cell_status_ck check (status in ('CONFIRMED', 'PROBABLE', 'SUSPECT')),
  constraint case_cell_finality_ck check (finality in ('PROVISIONAL', 'FINAL'))
) with (fillfactor = 90);

create index case_cell_week_ix on case_cell (data_use_agreement_id, condition, week);

-- Every version, so that a week's count can be seen moving, and the picture of an earlier day be seen again.
create table case_cell_version (
  data_use_agreement_id uuid        not null,
  condition             text        not null,
  week                  integer     not null,
  member                text        not null,
  status                text        not null,
  version               integer     not null,
  cases                 bigint,
  substitute            integer,
  finality              text        not null,
  reported_at           timestamptz not null,
  constraint case_cell_version_pk primary key (data_use_agreement_id, condition, week, member, status, version),
  constraint case_cell_version_told_or_suppressed_ck check ((cases is null) <> (substitute is null))
);

create trigger case_cell_version_is_final before update or delete on case_cell_version
  for each row execute function refuse_change();

-- One judgement of all series of a data-use agreement at one week.
create table alert_run (
  id                    uuid        not null,
  data_use_agreement_id uuid        not null,
  agreement_id          uuid        not null,
  week                  integer     not null,
  formula_version       text        not null,
  parameters            text        not null,
  series_judged         integer     not null,
  alerts                integer     not null,
  run_by                text        not null,
  run_at                timestamptz not null,
  constraint alert_run_pk primary key (id),
  constraint alert_run_parameters_ck check (parameters is json object)
);

create index alert_run_agreement_ix on alert_run (data_use_agreement_id, id desc);

-- An alarm with all that decided it.
create table alert (
  id                    uuid             not null,
  run_id                uuid             not null,
  data_use_agreement_id uuid             not null,
  agreement_id          uuid             not null,
  -- Null where the members together were judged.
  member                text,
  condition             text             not null,
  week                  integer          not null,
  method                text             not null,
  observed              bigint           not null,
  statistic             double precision,
  bound                 double precision,
  has_substitutes       boolean          not null,
  formula_version       text             not null,
  inputs                text             not null,
  raised_at             timestamptz      not null,
  constraint alert_pk primary key (id),
  constraint alert_run_fk foreign key (run_id) references alert_run,
  constraint alert_inputs_ck check (inputs is json object)
);

create index alert_agreement_ix on alert (data_use_agreement_id, id desc);
create index alert_condition_ix on alert (data_use_agreement_id, condition, id desc);

-- What an alert opened.
create table alert_link (
  id        uuid        not null,
  alert_id  uuid        not null,
  type      text        not null,
  target_id uuid        not null,
  linked_by text        not null,
  linked_at timestamptz not null,
  constraint alert_link_pk primary key (id),
  constraint alert_link_alert_fk foreign key (alert_id) references alert,
  constraint alert_link_once_uk unique (alert_id, type, target_id),
  constraint alert_link_type_ck check (type in ('MOTION', 'GUIDANCE_REVIEW', 'ROUND'))
);

create trigger alert_run_is_final before update or delete on alert_run
  for each row execute function refuse_change();
create trigger alert_is_final before update or delete on alert
  for each row execute function refuse_change();
create trigger alert_link_is_final before update or delete on alert_link
  for each row execute function refuse_change();
