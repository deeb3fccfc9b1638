-- Backstop pools: what members may draw while federal money fails to come, and what goes back when it comes after all.
create table backstop_pool (
  id               uuid        not null,
  agreement_id     uuid        not null,
  code             text        not null,
  program          text        not null,
  trigger_rule     text        not null,
  cap_cents        bigint      not null,
  member_cap_cents bigint      not null,
  opened_by        text        not null,
  opened_at        timestamptz not null,
  constraint backstop_pool_pk primary key (id),
  constraint backstop_pool_agreement_fk foreign key (agreement_id) references agreement,
  constraint backstop_pool_code_uk unique (agreement_id, code),
  constraint backstop_pool_caps_ck check (cap_cents > 0 and member_cap_cents between 1 and cap_cents)
);

create table backstop_trigger (
  id          uuid        not null,
  pool_id     uuid        not null,
  lapsed_on   date        not null,
  citation    text        not null,
  found_by    text        not null,
  found_at    timestamptz not null,
  restored_on date,
  restoration text,
  version     integer     not null,
  constraint backstop_trigger_pk primary key (id),
  constraint backstop_trigger_pool_fk foreign key (pool_id) references backstop_pool,
  constraint backstop_trigger_restored_ck check
    (restored_on >= lapsed_on and (restored_on is null) = (restoration is null))
);

-- One lapse at a time: a draw stands on one ground.
create unique index backstop_trigger_one_open_uk on backstop_trigger (pool_id) where restored_on is null;
create index backstop_trigger_pool_ix on backstop_trigger (pool_id, lapsed_on desc);

create table backstop_draw (
  id              uuid        not null,
  pool_id         uuid        not null,
  trigger_id      uuid        not null,
  member          text        not null,
  stage           text        not null,
  purpose         text        not null,
  amount_cents    bigint      not null,
  federal_cents   bigint      not null,
  recovered_cents bigint      not null,
  requested_by    text        not null,
  requested_at    timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  reasons         text,
  version         integer     not null,
  constraint backstop_draw_pk primary key (id),
  constraint backstop_draw_pool_fk foreign key (pool_id) references backstop_pool,
  constraint backstop_draw_trigger_fk foreign key (trigger_id) references backstop_trigger,
  constraint backstop_draw_member_ck check (member ~ '^[A-Z]{2}$'),
  constraint backstop_draw_stage_ck check
    (stage in ('REQUESTED', 'REFUSED', 'TAKEN_BACK', 'DRAWN', 'RECOVERY_DUE', 'RECOVERED')),
  constraint backstop_draw_figures_ck check (amount_cents > 0 and federal_cents >= 0
    and recovered_cents between 0 and least(federal_cents, amount_cents)),
  constraint backstop_draw_decided_ck check ((decided_by is null) = (decided_at is null)),
  constraint backstop_draw_by_two_ck check (stage not in ('DRAWN', 'RECOVERY_DUE', 'RECOVERED')
    or (decided_by is not null and decided_by <> requested_by))
);

create index backstop_draw_pool_ix on backstop_draw (pool_id, id desc);
create index backstop_draw_outstanding_ix on backstop_draw (pool_id, member) where stage in ('DRAWN', 'RECOVERY_DUE');

-- Federal money that arrived for what was drawn, and what went back to the pool; each document once.
create table backstop_movement (
  draw_id     uuid        not null,
  number      integer     not null,
  kind        text        not null,
  cents       bigint      not null,
  document    text        not null,
  moved_on    date        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint backstop_movement_pk primary key (draw_id, number),
  constraint backstop_movement_draw_fk foreign key (draw_id) references backstop_draw,
  constraint backstop_movement_document_uk unique (draw_id, kind, document),
  constraint backstop_movement_kind_ck check (kind in ('FEDERAL_PAYMENT', 'RECOVERY')),
  constraint backstop_movement_cents_ck check (cents > 0)
);

create trigger backstop_pool_is_fixed before update or delete on backstop_pool
  for each row execute function refuse_change();
create trigger backstop_movement_is_kept before update or delete on backstop_movement
  for each row execute function refuse_change();
