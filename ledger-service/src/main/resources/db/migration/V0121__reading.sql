-- What an auditor looks for, found without walking the book. Each index leaves out what a plain journal entry of two lines
-- brings, so that the bulk of the postings pays nothing for it.
create index line_order_ix on line (book_id, order_id) where order_id is not null;
create index line_document_ix on line (book_id, document) where document is not null;
create index entry_rule_ix on entry (book_id, rule, seq) where rule <> 'JOURNAL';
create index record_note_ix on record (book_id, kind, seq) where kind not in ('ENTRY', 'ACCOUNT_OPENED');

-- The highest sequence recorded at or before an instant; -1 when the book was not open yet. recorded_at never decreases
-- along the sequence, so the primary key is bisected: two dozen look-ups in ten million records, and no index to keep.
create function seq_as_of(book uuid, moment timestamptz) returns bigint language plpgsql stable as $$
declare
  low    bigint := -1;
  high   bigint;
  middle bigint;
  at     timestamptz;
begin
  select seq into high from book_head where book_id = book;
  while low < high loop
    middle := (low + high + 1) / 2;
    select recorded_at into at from record where book_id = book and seq = middle;
    if at <= moment then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end
$$;
