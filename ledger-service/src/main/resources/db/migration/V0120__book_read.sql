-- Who read what. A book is open to many, and so is the list of who looked: it only grows.
create table book_read (
  book_id     uuid        not null,
  read_id     uuid        not null,
  read_at     timestamptz not null,
  subject     text        not null,
  username    text        not null,
  member      text,
  operation   text        not null,
  format      text        not null,
  filter      text        not null,
  filter_hash bytea       not null,
  as_of_seq   bigint      not null,
  row_count   bigint,
  completes   uuid,
  constraint book_read_pk primary key (book_id, read_id),
  constraint book_read_book_fk foreign key (book_id) references book,
  constraint book_read_hash_ck check (octet_length(filter_hash) = 32),
  -- A stream is noted before its first byte, when nobody can know its rows, and once more after its last.
  constraint book_read_rows_ck check (row_count >= 0 and (completes is null or row_count is not null))
);

create trigger book_read_append_only before update or delete or truncate on book_read
  for each statement execute function refuse_change();
alter table book_read enable always trigger book_read_append_only;

do $$
begin
  if '${service_role}' <> current_user then
    execute format('revoke update, delete, truncate on book_read from %I', '${service_role}');
  end if;
end
$$;
