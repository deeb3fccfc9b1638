-- Federal balance of payments, as published: one publication is one vintage, and every vintage stays.
create table payment_balance_publication (
  id           uuid        not null,
  sequence     bigint      not null generated always as identity,
  code         text        not null,
  publisher    text        not null,
  source_url   text        not null,
  published_on date        not null,
  unit         text        not null,
  content_hash text        not null,
  imported_by  text        not null,
  imported_at  timestamptz not null,
  constraint payment_balance_publication_pk primary key (id),
  constraint payment_balance_publication_sequence_uk unique (sequence),
  constraint payment_balance_publication_code_uk unique (code),
  constraint payment_balance_publication_unit_ck check (unit in ('USD', 'CENTS'))
);

create table payment_balance (
  publication_id     uuid    not null,
  fiscal_year        integer not null,
  member             text    not null,
  population         bigint  not null,
  population_vintage text    not null,
  receipts_cents     bigint  not null,
  spending_cents     bigint  not null,
  emergency_cents    bigint  not null,
  constraint payment_balance_pk primary key (publication_id, fiscal_year, member),
  constraint payment_balance_publication_fk foreign key (publication_id) references payment_balance_publication,
  constraint payment_balance_member_ck check (member ~ '^[A-Z]{2}$'),
  constraint payment_balance_year_ck check (fiscal_year between 1940 and 2200),
  constraint payment_balance_figures_ck check (population > 0 and emergency_cents between 0 and spending_cents)
);

create index payment_balance_member_ix on payment_balance (member, fiscal_year desc);

create trigger payment_balance_publication_is_kept before update or delete on payment_balance_publication
  for each row execute function refuse_change();
create trigger payment_balance_is_kept before update or delete on payment_balance
  for each row execute function refuse_change();
