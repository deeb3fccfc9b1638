-- Meetings: public notice, agenda, open and closed sessions, who was there, and the minutes.
create table meeting (
  id              uuid        not null,
  agreement_id    uuid        not null,
  title           text        not null,
  place           text        not null,
  convenes_at     timestamptz not null,
  notice_days     integer     not null,
  notice_citation text        not null,
  noticed_at      timestamptz not null,
  stage           text        not null,
  ended_at        timestamptz,
  version         integer     not null,
  constraint meeting_pk primary key (id),
  constraint meeting_agreement_fk foreign key (agreement_id) references agreement,
  constraint meeting_notice_ck check (notice_days between 0 and 365 and convenes_at > noticed_at),
  constraint meeting_stage_ck check (stage in
    ('NOTICED', 'IN_OPEN_SESSION', 'IN_CLOSED_SESSION', 'ADJOURNED', 'CANCELLED')),
  constraint meeting_ended_ck check ((ended_at is not null) = (stage in ('ADJOURNED', 'CANCELLED')))
);
create index meeting_agreement_ix on meeting (agreement_id, id desc);

create table meeting_item (
  meeting_id uuid    not null,
  number     integer not null,
  title      text    not null,
  closed_for text,
  constraint meeting_item_pk primary key (meeting_id, number),
  constraint meeting_item_meeting_fk foreign key (meeting_id) references meeting,
  constraint meeting_item_ground_ck check (closed_for in
    ('LITIGATION', 'PERSONNEL', 'CONTRACT_NEGOTIATION', 'TRADE_SECRETS', 'PRIVACY'))
);
create trigger meeting_item_is_noticed before update or delete on meeting_item
  for each row execute function refuse_change();

-- Session after session; a closed one names the item, and by it the ground.
create table meeting_session (
  meeting_id  uuid        not null,
  number      integer     not null,
  closed_item integer,
  began_at    timestamptz not null,
  constraint meeting_session_pk primary key (meeting_id, number),
  constraint meeting_session_meeting_fk foreign key (meeting_id) references meeting,
  constraint meeting_session_item_fk foreign key (meeting_id, closed_item) references meeting_item
);
create trigger meeting_session_is_history before update or delete on meeting_session
  for each row execute function refuse_change();

create table meeting_attendance (
  meeting_id uuid        not null,
  seat       text        not null,
  member     text        not null,
  subject    text        not null,
  arrived_at timestamptz not null,
  left_at    timestamptz,
  constraint meeting_attendance_pk primary key (meeting_id, seat),
  constraint meeting_attendance_meeting_fk foreign key (meeting_id) references meeting
);

-- Each version is kept; the last one is the minutes.
create table meeting_minutes (
  meeting_id  uuid        not null,
  edition     integer     not null,
  passages    text        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint meeting_minutes_pk primary key (meeting_id, edition),
  constraint meeting_minutes_meeting_fk foreign key (meeting_id) references meeting
);
create trigger meeting_minutes_are_kept before update or delete on meeting_minutes
  for each row execute function refuse_change();

alter table ballot add constraint ballot_meeting_fk foreign key (meeting_id) references meeting;
