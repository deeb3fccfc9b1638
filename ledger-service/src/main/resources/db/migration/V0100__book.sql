-- One book per agreement. record is the book: every change of it is one row of canonical bytes under a dense sequence
-- number. account, entry and line are the same facts in columns, for questions; balance and encumbrance are their fold.

create table book (
  book_id   uuid        not null,
  code      text        not null,
  title     text        not null,
  type      text        not null,
  lead      text        not null,
  opened_at timestamptz not null,
  constraint book_pk primary key (book_id)
);

-- The head is the fence: whoever writes must find the sequence and the epoch that it read.
create table book_head (
  book_id     uuid        not null,
  seq         bigint      not null,
  epoch       bigint      not null,
  accounts    integer     not null,
  recorded_at timestamptz not null,
  constraint book_head_pk primary key (book_id),
  constraint book_head_book_fk foreign key (book_id) references book,
  constraint book_head_seq_ck check (seq >= 0 and accounts >= 0)
) with (fillfactor = 50);

create table record (
  book_id     uuid        not null,
  seq         bigint      not null,
  kind        text        not null,
  recorded_at timestamptz not null,
  body        bytea       not null,
  constraint record_pk primary key (book_id, seq),
  constraint record_book_fk foreign key (book_id) references book,
  constraint record_seq_ck check (seq >= 0),
  constraint record_kind_ck check (kind in ('BOOK_OPENED', 'ACCOUNT_OPENED', 'FORMULA_RUN', 'ENTRY')),
  -- A bundle of tlog-tiles counts a leaf's bytes in 16 bits.
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
  normal_side        text    not null,
  opened_seq         bigint  not null,
  constraint account_pk primary key (book_id, account_no),
  constraint account_code_uk unique (book_id, code),
  constraint account_record_fk foreign key (book_id, opened_seq) references record,
  constraint account_basis_ck check (basis in ('BUDGET', 'ACTUAL', 'GOODS', 'CONTROL')),
  constraint account_side_ck check (normal_side in ('DEBIT', 'CREDIT')),
  constraint account_year_ck check ((appropriation_year is not null) = (basis = 'BUDGET'))
);

-- Apart from account, so that the only rows that change are narrow and have no index on what changes.
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
  constraint entry_pk primary key (book_id, seq),
  constraint entry_record_fk foreign key (book_id, seq) references record,
  constraint entry_lines_ck check (line_count between 2 and 200)
);

-- An entry's lines are written before the entry itself: what has an entry is complete, and never grows.
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
  constraint line_entry_fk foreign key (book_id, seq) references entry deferrable initially deferred,
  constraint line_account_fk foreign key (book_id, account_no) references account,
  constraint line_side_ck check (side in ('DEBIT', 'CREDIT')),
  constraint line_amount_ck check (amount between 1 and 9007199254740991)
);

create index line_account_ix on line (book_id, account_no, seq);
create index line_award_ix on line (book_id, award_id) where award_id is not null;

-- An encumbrance is a thing of its own beside the account: what an order still binds, by part.
create table encumbrance (
  book_id            uuid    not null,
  order_id           uuid    not null,
  part               text    not null,
  award_id           uuid    not null,
  holder             text    not null,
  fund               text    not null,
  appropriation_year integer not null,
  original           bigint  not null,
  remaining          bigint  not null,
  doses              bigint  not null,
  shared_cents       bigint  not null,
  constraint encumbrance_pk primary key (book_id, order_id, part),
  constraint encumbrance_part_ck check (part in ('requisition', 'goods', 'ops', 'cap', 'shared')),
  constraint encumbrance_remaining_ck check (remaining >= 0),
  constraint encumbrance_amount_ck check (original >= 0 and doses >= 0 and shared_cents >= 0)
) with (fillfactor = 70);

create index encumbrance_share_ix on encumbrance (book_id, award_id, holder);

-- What was answered to a command, for ever: the same source and rule get the first answer again.
create table command_key (
  book_id      uuid        not null,
  source_type  text        not null,
  source_id    text        not null,
  rule         text        not null,
  content_hash text        not null,
  outcome      text        not null,
  seq          bigint,
  entry_id     uuid,
  reason       text,
  detail       text,
  short_cents  bigint,
  decided_at   timestamptz not null,
  constraint command_key_pk primary key (book_id, source_type, source_id, rule),
  constraint command_key_outcome_ck check (outcome in ('POSTED', 'NOTED', 'REFUSED')),
  constraint command_key_answer_ck check ((outcome = 'REFUSED') = (reason is not null) and (outcome = 'REFUSED') = (seq is null))
);

-- ---- What the database itself refuses ------------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger record_append_only before update or delete or truncate on record
  for each statement execute function refuse_change();
create trigger account_append_only before update or delete or truncate on account
  for each statement execute function refuse_change();
create trigger entry_append_only before update or delete or truncate on entry
  for each statement execute function refuse_change();
create trigger line_append_only before update or delete or truncate on line
  for each statement execute function refuse_change();
create trigger command_key_append_only before update or delete or truncate on command_key
  for each statement execute function refuse_change();

-- Sequence numbers are dense from 0 and recorded_at never decreases along them.
create function record_follows() returns trigger language plpgsql as $$
begin
  if exists (
    select 1
      from (select book_id, seq, recorded_at,
                   lag(seq) over w as seq_before, lag(recorded_at) over w as recorded_before
              from added window w as (partition by book_id order by seq)) as a
      left join record as before on before.book_id = a.book_id and before.seq = a.seq - 1
     where case when a.seq_before is null
                then a.seq > 0 and (before.seq is null or before.recorded_at > a.recorded_at)
                else a.seq <> a.seq_before + 1 or a.recorded_at < a.recorded_before end)
  then
    raise exception 'a record does not follow the one before it' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

create trigger record_follows after insert on record referencing new table as added
  for each statement execute function record_follows();

-- A posted entry never grows.
create function line_precedes_entry() returns trigger language plpgsql as $$
begin
  if exists (select 1 from added join entry using (book_id, seq)) then
    raise exception 'the entry is posted: no line can join it' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

create trigger line_precedes_entry after insert on line referencing new table as added
  for each statement execute function line_precedes_entry();

-- Every entry balances per holder, fund, appropriation year, basis and unit, and has the lines it says it has.
create function entry_balances() returns trigger language plpgsql as $$
declare
  bad record;
begin
  select a.seq, count(l.line_no) as lines into bad
    from added as a left join line as l on l.book_id = a.book_id and l.seq = a.seq
   group by a.book_id, a.seq, a.line_count having count(l.line_no) <> a.line_count limit 1;
  if found then
    raise exception 'entry % has % lines, not those it says it has', bad.seq, bad.lines
      using errcode = 'integrity_constraint_violation';
  end if;
  select a.seq, c.holder, c.fund, c.appropriation_year, c.basis, c.unit into bad
    from added as a
    join line as l on l.book_id = a.book_id and l.seq = a.seq
    join account as c on c.book_id = l.book_id and c.account_no = l.account_no
   group by a.book_id, a.seq, c.holder, c.fund, c.appropriation_year, c.basis, c.unit
  having sum(case l.side when 'DEBIT' then l.amount else -l.amount end) <> 0 limit 1;
  if found then
    raise exception 'entry % does not balance for % % % % %',
      bad.seq, bad.holder, bad.fund, bad.appropriation_year, bad.basis, bad.unit
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

create trigger entry_balances after insert on entry referencing new table as added
  for each statement execute function entry_balances();

-- Also in a session that plays a replica, where ordinary triggers sleep.
alter table record enable always trigger record_append_only;
alter table record enable always trigger record_follows;
alter table account enable always trigger account_append_only;
alter table entry enable always trigger entry_append_only;
alter table entry enable always trigger entry_balances;
alter table line enable always trigger line_append_only;
alter table line enable always trigger line_precedes_entry;
alter table command_key enable always trigger command_key_append_only;
