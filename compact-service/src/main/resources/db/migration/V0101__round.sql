-- One pooled purchase from opening to award.
create table round (
  id                      uuid        not null,
  agreement_id            uuid        not null,
  title                   text        not null,
  item_cvx                text        not null,
  item_name               text        not null,
  package_doses           bigint      not null,
  lead                    text        not null,
  operations_fee          text        not null,
  capital_fee             text        not null,
  shared_cost_cents       bigint      not null,
  shared_cost_formula     text        not null,
  ceiling_unit_cents      bigint      not null,
  requisition_formula     text        not null,
  split_suppliers         integer,
  split_max_share_percent integer,
  demand_due_at           timestamptz not null,
  opened_at               timestamptz not null,
  stage                   text        not null,
  total_doses             bigint,
  bids_due_at             timestamptz,
  evaluation_id           uuid,
  ballot_id               uuid,
  award_id                uuid,
  version                 integer     not null,
  constraint round_pk primary key (id),
  constraint round_agreement_fk foreign key (agreement_id) references agreement,
  constraint round_package_ck check (package_doses > 0),
  constraint round_split_ck check
    ((split_suppliers is null) = (split_max_share_percent is null)
     and split_suppliers > 0 and split_max_share_percent between 1 and 100),
  -- What each stage has settled, and nothing that a later stage will.
  constraint round_stage_ck check (case stage
    when 'COLLECTING_DEMAND' then num_nonnulls(total_doses, bids_due_at, evaluation_id, ballot_id, award_id) = 0
    when 'CONSOLIDATED' then total_doses > 0 and num_nonnulls(bids_due_at, evaluation_id, ballot_id, award_id) = 0
    when 'TENDERED' then num_nulls(total_doses, bids_due_at) = 0 and num_nonnulls(evaluation_id, ballot_id, award_id) = 0
    when 'EVALUATED' then num_nulls(total_doses, bids_due_at, evaluation_id) = 0 and num_nonnulls(ballot_id, award_id) = 0
    when 'IN_BALLOT' then num_nulls(total_doses, bids_due_at, evaluation_id, ballot_id) = 0 and award_id is null
    when 'CONCURRED' then num_nulls(total_doses, bids_due_at, evaluation_id, ballot_id) = 0 and award_id is null
    when 'AWARDED' then num_nulls(total_doses, bids_due_at, evaluation_id, ballot_id, award_id) = 0
    else false end)
);

create index round_agreement_ix on round (agreement_id, id desc);

create table participant (
  round_id   uuid   not null,
  member     text   not null,
  population bigint not null,
  constraint participant_pk primary key (round_id, member),
  constraint participant_round_fk foreign key (round_id) references round,
  constraint participant_population_ck check (population > 0)
);

-- Each member's total, as member-service last told it.
create table demand (
  round_id uuid   not null,
  member   text   not null,
  doses    bigint not null,
  constraint demand_pk primary key (round_id, member),
  constraint demand_of_a_participant_fk foreign key (round_id, member) references participant,
  constraint demand_doses_ck check (doses >= 0)
);

-- Demand whose event arrived after the line was drawn: it changed nothing, and nobody may say it never came.
create table late_demand (
  event_id  uuid        not null,
  round_id  uuid        not null,
  member    text        not null,
  doses     bigint      not null,
  posted_at timestamptz not null,
  constraint late_demand_pk primary key (event_id),
  constraint late_demand_of_a_participant_fk foreign key (round_id, member) references participant
);

create index late_demand_round_ix on late_demand (round_id);

create table bid (
  id          uuid        not null,
  round_id    uuid        not null,
  supplier    text        not null,
  pricing     text        not null,
  capacity    bigint      not null,
  minimum     bigint,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint bid_pk primary key (id),
  constraint bid_round_fk foreign key (round_id) references round,
  constraint bid_once_per_supplier_uk unique (round_id, supplier),
  constraint bid_pricing_ck check (pricing in ('ALL_UNITS', 'INCREMENTAL')),
  constraint bid_capacity_ck check (capacity > 0 and minimum between 1 and capacity)
);

create table bid_tier (
  bid_id     uuid   not null,
  from_dose  bigint not null,
  unit_cents bigint not null,
  constraint bid_tier_pk primary key (bid_id, from_dose),
  constraint bid_tier_bid_fk foreign key (bid_id) references bid,
  constraint bid_tier_figures_ck check (from_dose > 0 and unit_cents >= 0)
);

-- A formula that decides money keeps its version, inputs and result, so that anyone can replay it.
create table evaluation (
  id              uuid        not null,
  round_id        uuid        not null,
  formula_version text        not null,
  inputs          text        not null,
  result          text        not null,
  evaluated_by    text        not null,
  evaluated_at    timestamptz not null,
  constraint evaluation_pk primary key (id),
  constraint evaluation_round_fk foreign key (round_id) references round,
  constraint evaluation_inputs_ck check (inputs is json object),
  constraint evaluation_result_ck check (result is json object)
);

create index evaluation_round_ix on evaluation (round_id);

create trigger bid_is_final before update or delete on bid
  for each row execute function refuse_change();
create trigger bid_tier_is_final before update or delete on bid_tier
  for each row execute function refuse_change();
create trigger evaluation_is_final before update or delete on evaluation
  for each row execute function refuse_change();
