-- What each award costs each member: the run of the formulas with its inputs, so that anyone can replay it.

create table charge_run (
  award_id                uuid   not null,
  book_id                 uuid   not null,
  round_id                uuid   not null,
  lead                    text   not null,
  cvx                     text   not null,
  supplier                text   not null,
  doses                   bigint not null,
  goods_cents             bigint not null,
  operations_fee          text   not null,
  capital_fee             text   not null,
  shared_cost_cents       bigint not null,
  shared_cost_formula     text   not null,
  ceiling_unit_cents      bigint not null,
  requisition_formula     text   not null,
  seq                     bigint not null,
  constraint charge_run_pk primary key (award_id),
  constraint charge_run_record_fk foreign key (book_id, seq) references record
);

create index charge_run_book_ix on charge_run (book_id, award_id);

create table charge (
  award_id                 uuid   not null,
  member                   text   not null,
  population               bigint not null,
  doses                    bigint not null,
  goods_cents              bigint not null,
  operations_fee_cents     bigint not null,
  capital_fee_cents        bigint not null,
  shared_cents             bigint not null,
  total_cents              bigint not null,
  requisition_shared_cents bigint not null,
  constraint charge_pk primary key (award_id, member),
  constraint charge_run_fk foreign key (award_id) references charge_run,
  constraint charge_total_ck check (total_cents = goods_cents + operations_fee_cents + capital_fee_cents + shared_cents)
);

create trigger charge_run_append_only before update or delete or truncate on charge_run
  for each statement execute function refuse_change();
create trigger charge_append_only before update or delete or truncate on charge
  for each statement execute function refuse_change();
