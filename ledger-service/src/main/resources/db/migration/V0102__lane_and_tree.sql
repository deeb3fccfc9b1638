-- The committing lane and the tree. One lane writes a book: it holds the head's lease, and a batch of commands is one
-- transaction. A leaf, its lines, its balances and the tree's tiles commit together.

-- The log's name (C2SP tlog-checkpoint): every checkpoint of the book is signed under it.
alter table book add column origin text;
update book set origin = 'concord.invalid/' || book_id;
alter table book alter column origin set not null;
alter table book add constraint book_origin_uk unique (origin);

-- owner and address say who holds the lease and where commands for the book go; root and frontier (the hashes from which
-- the tree grows on) are those of the tree with seq + 1 leaves; a lane computes them once for a book that has none.
alter table book_head
  add column owner        text,
  add column address      text,
  add column leased_until timestamptz,
  add column root         bytea,
  add column frontier     bytea,
  add constraint book_head_root_ck check (octet_length(root) = 32 and (root is null) = (frontier is null)),
  add constraint book_head_lease_ck check ((owner is null) = (leased_until is null));

-- Full tiles of 256 hashes (C2SP tlog-tiles); hash is the hash of the tile's subtree, one entry of the level above.
create table tile (
  book_id uuid    not null,
  level   integer not null,
  idx     bigint  not null,
  hash    bytea   not null,
  hashes  bytea   not null,
  constraint tile_pk primary key (book_id, level, idx),
  constraint tile_level_ck check (level between 0 and 7 and idx >= 0),
  constraint tile_hash_ck check (octet_length(hash) = 32 and octet_length(hashes) = 8192)
);
-- Hashes do not compress: no time is lost in trying.
alter table tile alter column hashes set storage external;

-- What was signed. A size is signed once: the primary key is the law.
create table checkpoint (
  book_id   uuid        not null,
  size      bigint      not null,
  root      bytea       not null,
  note      text        not null,
  signed_at timestamptz not null,
  constraint checkpoint_pk primary key (book_id, size),
  constraint checkpoint_size_ck check (size > 0),
  constraint checkpoint_root_ck check (octet_length(root) = 32)
);

-- What witnesses added to a checkpoint, one line per witness.
create table cosignature (
  book_id     uuid        not null,
  size        bigint      not null,
  witness     text        not null,
  line        text        not null,
  received_at timestamptz not null,
  constraint cosignature_pk primary key (book_id, size, witness),
  constraint cosignature_checkpoint_fk foreign key (book_id, size) references checkpoint
);

create trigger tile_append_only before update or delete or truncate on tile
  for each statement execute function refuse_change();
create trigger checkpoint_append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
create trigger cosignature_append_only before update or delete or truncate on cosignature
  for each statement execute function refuse_change();
alter table tile enable always trigger tile_append_only;
alter table checkpoint enable always trigger checkpoint_append_only;
alter table cosignature enable always trigger cosignature_append_only;

-- A hash as 32 bytes, not as 64 letters: there is one for every command that ever was.
alter table command_key disable trigger command_key_append_only;
alter table command_key alter column content_hash type bytea using decode(content_hash, 'hex');
alter table command_key enable always trigger command_key_append_only;
alter table command_key add constraint command_key_hash_ck check (octet_length(content_hash) = 32);

-- ---- Checks by the batch, not by the row -----------------------------------------------------------------------------

-- A foreign key is a trigger per row. What these said is said below, once per statement or per batch.
alter table record drop constraint record_book_fk;
alter table entry drop constraint entry_record_fk;
alter table line drop constraint line_entry_fk;
alter table line drop constraint line_account_fk;
-- Accounts are few; they are written before the records of their opening.
alter table account alter constraint account_record_fk deferrable initially deferred;

-- Sequence numbers are dense from 0 and recorded_at never decreases along them. The planner knows nothing of the rows that
-- were just added and would rather read a whole table than probe an index a few times: these functions forbid it, so that
-- what a batch costs does not grow with the book.
create or replace function record_follows() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  lot    record;
  before timestamptz;
begin
  for lot in
    select book_id, min(seq) as first, max(seq) as last, count(*) as n, min(recorded_at) as earliest
      from added group by book_id
  loop
    if lot.first = 0 then
      perform 1 from book where book.book_id = lot.book_id;
    else
      select recorded_at into before from record where record.book_id = lot.book_id and record.seq = lot.first - 1;
    end if;
    if not found or lot.last - lot.first + 1 <> lot.n or (lot.first > 0 and before > lot.earliest) then
      raise exception 'a record does not follow the one before it' using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  if exists (
    select 1
      from (select recorded_at, lag(recorded_at) over (partition by book_id order by seq) as before from added) as a
     where a.recorded_at < a.before)
  then
    raise exception 'a record does not follow the one before it' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

-- An entry comes first and its lines follow in one statement: all of them, each on an account of the book, balanced per
-- holder, fund, appropriation year, basis and unit. So no line is without its entry, and no entry grows.
drop trigger entry_balances on entry;
drop function entry_balances;
drop trigger line_precedes_entry on line;
drop function line_precedes_entry;

create function lines_complete() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  bad record;
begin
  -- Numbered from 1 to the entry's count: a line more would need a number that is taken.
  select s.seq into bad
    from (select book_id, seq, count(*) as n, min(line_no) as first, max(line_no) as last from added group by book_id, seq) as s
    left join entry as e on e.book_id = s.book_id and e.seq = s.seq
   where e.line_count is null or s.n <> e.line_count or s.first <> 1 or s.last <> e.line_count limit 1;
  if found then
    raise exception 'the lines of entry % are not those it says it has', bad.seq
      using errcode = 'integrity_constraint_violation';
  end if;
  select l.seq, c.holder, c.fund, c.appropriation_year, c.basis, c.unit into bad
    from added as l left join account as c on c.book_id = l.book_id and c.account_no = l.account_no
   group by l.book_id, l.seq, c.holder, c.fund, c.appropriation_year, c.basis, c.unit
  having sum(case l.side when 'DEBIT' then l.amount else -l.amount end) <> 0 or count(c.account_no) <> count(*) limit 1;
  if found then
    raise exception 'entry % does not balance for % % % % %',
      bad.seq, bad.holder, bad.fund, bad.appropriation_year, bad.basis, bad.unit
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;

create trigger lines_complete after insert on line referencing new table as added
  for each statement execute function lines_complete();
alter table line enable always trigger lines_complete;

-- The head moves forward, over records that are there, each entry with its lines: what is not whole stops the book here.
create function head_covers() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  records bigint;
  marked  bigint;
  entries bigint;
  lines   bigint;
  counted bigint;
begin
  if new.seq < old.seq or new.epoch < old.epoch then
    raise exception 'a head does not move back' using errcode = 'integrity_constraint_violation';
  end if;
  if new.seq > old.seq then
    select count(*), count(*) filter (where kind = 'ENTRY') into records, marked
      from record where book_id = new.book_id and seq > old.seq and seq <= new.seq;
    select count(*) into lines from line where book_id = new.book_id and seq > old.seq and seq <= new.seq;
    select count(*), coalesce(sum(line_count), 0) into entries, counted
      from entry where book_id = new.book_id and seq > old.seq and seq <= new.seq;
    if records <> new.seq - old.seq or entries <> marked or lines <> counted then
      raise exception 'the head of book % does not cover whole records', new.book_id
        using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return null;
end
$$;

-- At commit: within a batch the head may move before what it covers is written.
create constraint trigger head_covers after update on book_head deferrable initially deferred
  for each row execute function head_covers();
alter table book_head enable always trigger head_covers;

-- How far the book is published. The book is its own outbox: its sequence is dense and commits in order.
create table book_relay (
  book_id  uuid   not null,
  sent_seq bigint not null,
  constraint book_relay_pk primary key (book_id),
  constraint book_relay_book_fk foreign key (book_id) references book
) with (fillfactor = 50);
