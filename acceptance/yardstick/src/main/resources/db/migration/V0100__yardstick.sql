-- The ledger's tables as one transaction per posting would have them: the same columns, keys and indexes; no head, no
-- tree, and none of the triggers, which ask for a dense sequence or check what the service has checked. A sequence
-- numbers the entries; a rolled back one leaves a gap.

create sequence record_seq minvalue 0;

create table book (
  book_id uuid not null,
  constraint book_pk primary key (book_id)
);

create table record (
  book_id     uuid        not null,
  seq         bigint      not null,
  kind        text        not null,
  recorded_at timestamptz not null,
  body        bytea       not null,
  constraint record_pk primary key (book_id, seq),
  constraint record_seq_ck check (seq >= 0),
  constraint record_kind_ck check (kind in ('ACCOUNT_OPENED', 'ENTRY')),
  constraint record_body_ck check (octet_length(body) between 2 and 65535)
);

create table account (
  book_id            uuid    not null,
  account_no         integer not null,
  code               text    not null,
  unit               text    not null,
  holder             text    not null,
  fund               text,
  basis              text    not null,
  appropriation_year integer,
  purpose            text    not null,
  counterparty       text,
  normal_side        text    not null,
  opened_seq         bigint  not null,
  constraint account_pk primary key (book_id, account_no),
  constraint account_code_uk unique (book_id, code),
  constraint account_basis_ck check (basis in ('BUDGET', 'ACTUAL', 'GOODS', 'CONTROL')),
  constraint account_side_ck check (normal_side in ('DEBIT', 'CREDIT'))
);

create table balance (
  book_id     uuid    not null,
  account_no  integer not null,
  normal_side text    not null,
  floor       bigint,
  debits      bigint  not null,
  credits     bigint  not null,
  constraint balance_pk primary key (book_id, account_no),
  constraint balance_account_fk foreign key (book_id, account_no) references account,
  constraint balance_amount_ck check (debits between 0 and 9007199254740991 and credits between 0 and 9007199254740991),
  constraint balance_floor_ck check (
    floor is null or (case normal_side when 'DEBIT' then debits - credits else credits - debits end) >= floor)
) with (fillfactor = 70);

create table entry (
  book_id      uuid        not null,
  seq          bigint      not null,
  entry_id     uuid        not null,
  rule         text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  source_type  text        not null,
  source_id    text        not null,
  line_count   integer     not null,
  reverses     bigint,
  constraint entry_pk primary key (book_id, seq),
  constraint entry_lines_ck check (line_count between 2 and 200)
);

create unique index entry_reverses_uk on entry (book_id, reverses) where reverses is not null;
create index entry_effective_ix on entry (book_id, effective_on);

create table line (
  book_id      uuid    not null,
  seq          bigint  not null,
  line_no      integer not null,
  account_no   integer not null,
  side         text    not null,
  amount       bigint  not null,
  part         text,
  order_id     uuid,
  award_id     uuid,
  counterparty text,
  object       text,
  document     text,
  constraint line_pk primary key (book_id, seq, line_no),
  constraint line_side_ck check (side in ('DEBIT', 'CREDIT')),
  constraint line_amount_ck check (amount between 1 and 9007199254740991)
);

create index line_account_ix on line (book_id, account_no, seq);
create index line_award_ix on line (book_id, award_id) where award_id is not null;

create table command_key (
  book_id      uuid        not null,
  source_type  text        not null,
  source_id    text        not null,
  rule         text        not null,
  content_hash bytea       not null,
  outcome      text        not null,
  seq          bigint,
  entry_id     uuid,
  reason       text,
  detail       text,
  short_cents  bigint,
  pointer      text,
  decided_at   timestamptz not null,
  constraint command_key_pk primary key (book_id, source_type, source_id, rule),
  constraint command_key_outcome_ck check (outcome in ('POSTED', 'NOTED', 'REFUSED')),
  constraint command_key_hash_ck check (octet_length(content_hash) = 32)
);
