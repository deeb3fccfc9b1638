-- Motions and their amendments, which are motions with a parent.
create table motion (
  id             uuid        not null,
  agreement_id   uuid        not null,
  meeting_id     uuid,
  root_id        uuid        not null,
  parent_id      uuid,
  depth          integer     not null,
  title          text        not null,
  strike         text,
  original_text  text        not null,
  text           text        not null,
  moved_by       text        not null,
  moved_subject  text        not null,
  moved_at       timestamptz not null,
  seconded_by    text,
  stage          text        not null,
  ballot_id      uuid,
  decided_at     timestamptz,
  version        integer     not null,
  constraint motion_pk primary key (id),
  constraint motion_agreement_fk foreign key (agreement_id) references agreement,
  constraint motion_meeting_fk foreign key (meeting_id) references meeting,
  constraint motion_root_fk foreign key (root_id) references motion,
  constraint motion_parent_fk foreign key (parent_id) references motion,
  constraint motion_ballot_fk foreign key (ballot_id) references ballot,
  constraint motion_depth_ck check (depth between 0 and 2 and (depth = 0) = (parent_id is null)
    and (depth = 0) = (root_id = id)),
  constraint motion_strike_ck check (depth > 0 or strike is null),
  constraint motion_seconder_ck check (seconded_by <> moved_by),
  constraint motion_stage_ck check (stage in
    ('MOVED', 'PENDING', 'TABLED', 'IN_BALLOT', 'ADOPTED', 'REJECTED', 'WITHDRAWN', 'FALLEN')),
  constraint motion_in_ballot_ck check (stage not in ('IN_BALLOT', 'ADOPTED', 'REJECTED') or ballot_id is not null)
);
create index motion_agreement_ix on motion (agreement_id, id desc) where parent_id is null;
create index motion_agreement_stage_ix on motion (agreement_id, stage, id desc) where parent_id is null;
create index motion_root_ix on motion (root_id);

create table minority_report (
  id         uuid        not null,
  motion_id  uuid        not null,
  member     text        not null,
  text       text        not null,
  filed_by   text        not null,
  filed_at   timestamptz not null,
  constraint minority_report_pk primary key (id),
  constraint minority_report_motion_fk foreign key (motion_id) references motion,
  constraint minority_report_once_uk unique (motion_id, member)
);
create trigger minority_report_is_final before update or delete on minority_report
  for each row execute function refuse_change();
