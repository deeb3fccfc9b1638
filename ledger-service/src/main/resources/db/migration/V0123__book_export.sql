-- Exports of whole books. One at a time is made of each book; it is made from the signed checkpoint that was the newest when
-- it was asked for, so that made again after a crash it is the same, byte for byte.
create table book_export (
  export_id    uuid        not null,
  book_id      uuid        not null,
  status       text        not null,
  subject      text        not null,
  username     text        not null,
  member       text,
  requested_at timestamptz not null,
  leaves       bigint      not null,
  note         text        not null,
  written      bigint      not null default 0,
  attempts     integer     not null default 0,
  worked_until timestamptz,
  finished_at  timestamptz,
  expires_at   timestamptz,
  bytes        bigint,
  sha256       bytea,
  constraint book_export_pk primary key (export_id),
  constraint book_export_book_fk foreign key (book_id) references book,
  constraint book_export_status_ck check (status in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
  constraint book_export_leaves_ck check (leaves > 0 and written between 0 and leaves),
  constraint book_export_file_ck check (status not in ('READY', 'EXPIRED') or (bytes > 0 and octet_length(sha256) = 32 and expires_at is not null))
);
create unique index book_export_one_uk on book_export (book_id) where status in ('WAITING', 'RUNNING');
create index book_export_book_ix on book_export (book_id, export_id);
