-- Sessions and nothing else. The id is stored as its hash and the tokens sealed, so that this table
-- alone opens no session. Subject and provider session are there for back-channel logout.
create table session (
  id_hash          bytea       not null,
  subject          text        not null,
  provider_session text,
  tokens           bytea       not null,
  opened_at        timestamptz not null,
  last_used_at     timestamptz not null,
  constraint session_pk primary key (id_hash),
  constraint session_id_hash_is_sha256 check (octet_length(id_hash) = 32),
  constraint session_used_after_opening check (last_used_at >= opened_at)
);

create index session_subject_idx on session (subject);
create index session_provider_session_idx on session (provider_session);
create index session_last_used_at_idx on session (last_used_at);
