-- What every service keeps beside its own tables: messages on their way out and in, answered keys, and the facts
-- that the policy table is decided on.

-- Messages on their way out. A stream is one (topic, key); its row is locked while a version is drawn, so versions are
-- dense, commit in order and vanish with a rollback.
create table outbox_stream (
  topic             text   not null,
  key               text   not null,
  last_version      bigint not null,
  published_version bigint not null default 0,
  constraint outbox_stream_pk primary key (topic, key),
  constraint outbox_stream_published_ck check (published_version between 0 and last_version)
);

create table outbox (
  topic       text        not null,
  key         text        not null,
  version     bigint      not null,
  event_id    uuid        not null,
  type        text        not null,
  occurred_at timestamptz not null,
  traceparent text,
  payload     bytea       not null,
  constraint outbox_pk primary key (topic, key, version),
  constraint outbox_event_uk unique (event_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('concord_outbox', '');
  return null;
end
$$;

create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();

-- Messages received. The mark of the last effect stands in the transaction of that effect.
create table inbox_stream (
  consumer     text   not null,
  topic        text   not null,
  key          text   not null,
  last_version bigint not null,
  constraint inbox_stream_pk primary key (consumer, topic, key)
);

create table parked_message (
  consumer        text        not null,
  topic           text        not null,
  key             text        not null,
  version         bigint      not null,
  event_id        uuid        not null,
  type            text        not null,
  occurred_at     timestamptz not null,
  payload         bytea       not null,
  reason          text        not null,
  error           text,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  parked_at       timestamptz not null,
  constraint parked_message_pk primary key (consumer, topic, key, version),
  constraint parked_message_reason_ck check (reason in ('GAP', 'BEHIND', 'NOT_YET', 'POISON'))
);

create index parked_message_due_ix on parked_message (next_attempt_at) where next_attempt_at is not null;

-- Answered POSTs. Scope: who asked, for which member, which operation.
create table idempotency_key (
  subject      text        not null,
  member       text        not null,
  operation    text        not null,
  key          text        not null,
  request_hash bytea       not null,
  status       integer     not null,
  media_type   text        not null,
  location     text,
  body         text        not null,
  answered_at  timestamptz not null,
  constraint idempotency_key_pk primary key (subject, member, operation, key)
);

create index idempotency_key_answered_ix on idempotency_key (answered_at);

-- Facts for the policy table, kept by events from their owners.
create table policy_mandate (
  mandate_id   uuid not null,
  subject      text not null,
  member       text not null,
  role         text not null,
  agreement_id uuid,
  limit_cents  bigint,
  effective_on date not null,
  ends_on      date,
  constraint policy_mandate_pk primary key (mandate_id),
  constraint policy_mandate_limit_ck check (limit_cents >= 0)
);

create index policy_mandate_subject_ix on policy_mandate (subject, member, role);

create table policy_agreement (
  agreement_id uuid   not null,
  code         text   not null,
  type         text   not null,
  lead         text,
  capabilities text[] not null,
  constraint policy_agreement_pk primary key (agreement_id)
);

create table policy_membership (
  agreement_id uuid not null,
  member       text not null,
  effective_on date not null,
  ended_on     date,
  constraint policy_membership_pk primary key (agreement_id, member, effective_on),
  constraint policy_membership_agreement_fk foreign key (agreement_id) references policy_agreement
);

create index policy_membership_member_ix on policy_membership (member);
