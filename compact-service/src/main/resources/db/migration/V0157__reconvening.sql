-- Meetings that are adjourned subject to being taken up again, and what had them taken up.
alter table meeting
  add column continues_id uuid,
  add constraint meeting_continues_fk foreign key (continues_id) references meeting,
  -- However many conditions come true at once, one meeting follows.
  add constraint meeting_continues_uk unique (continues_id),
  add constraint meeting_continues_another_ck check (continues_id <> id);

create table reconvening (
  meeting_id      uuid        not null,
  agreement_id    uuid        not null,
  terms           text        not null,
  holds_from      timestamptz not null,
  holds_until     timestamptz not null,
  reconvened_as   uuid,
  fired_condition integer,
  evidence        text,
  fired_by        text,
  fired_for       text,
  fired_at        timestamptz,
  version         integer     not null,
  constraint reconvening_pk primary key (meeting_id),
  constraint reconvening_meeting_fk foreign key (meeting_id) references meeting,
  constraint reconvening_as_fk foreign key (reconvened_as) references meeting,
  constraint reconvening_terms_ck check (terms is json object),
  constraint reconvening_period_ck check (holds_until > holds_from),
  constraint reconvening_fired_ck check
    (num_nonnulls(reconvened_as, fired_condition, evidence, fired_by, fired_at) in (0, 5)
     and (fired_at is null or (fired_at >= holds_from and fired_at < holds_until)))
);

-- Once, and then never again: who reconvened a meeting and by what stays as it was noted.
create function refuse_second_reconvening() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reconvened_as is not null then
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger reconvening_is_final_once_fired before update or delete on reconvening
  for each row execute function refuse_second_reconvening();

create table reconvening_request (
  id         uuid        not null,
  meeting_id uuid        not null,
  member     text        not null,
  reasons    text        not null,
  reference  text        not null,
  asked_by   text        not null,
  asked_at   timestamptz not null,
  constraint reconvening_request_pk primary key (id),
  constraint reconvening_request_reconvening_fk foreign key (meeting_id) references reconvening,
  constraint reconvening_request_once_uk unique (meeting_id, member),
  constraint reconvening_request_member_ck check (member ~ '^[A-Z]{2}$')
);
create trigger reconvening_request_is_kept before update or delete on reconvening_request
  for each row execute function refuse_change();

create index alert_run_condition_ix on alert (run_id, condition);
