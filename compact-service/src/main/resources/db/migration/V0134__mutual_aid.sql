-- Mutual aid: the affected member's event, its requests, and one case for each offer from estimate to claim.
create table aid_event (
  id           uuid        not null,
  agreement_id uuid        not null,
  affected     text        not null,
  title        text        not null,
  declaration  text        not null,
  declared_on  date        not null,
  declared_by  text        not null,
  declared_at  timestamptz not null,
  ended_on     date,
  version      integer     not null,
  constraint aid_event_pk primary key (id),
  constraint aid_event_agreement_fk foreign key (agreement_id) references agreement,
  constraint aid_event_affected_ck check (affected ~ '^[A-Z]{2}$'),
  constraint aid_event_dates_ck check (ended_on >= declared_on)
);

create index aid_event_agreement_ix on aid_event (agreement_id, id desc);

create table aid_request (
  id           uuid        not null,
  event_id     uuid        not null,
  need         text        not null,
  needed_from  date        not null,
  needed_until date        not null,
  requested_by text        not null,
  requested_at timestamptz not null,
  constraint aid_request_pk primary key (id),
  constraint aid_request_event_fk foreign key (event_id) references aid_event,
  constraint aid_request_dates_ck check (needed_until > needed_from)
);

create index aid_request_event_ix on aid_request (event_id, id desc);

create table aid_case (
  id           uuid        not null,
  request_id   uuid        not null,
  agreement_id uuid        not null,
  requesting   text        not null,
  assisting    text        not null,
  stage        text        not null,
  resource     text        not null,
  offered      text        not null,
  terms        text        not null,
  proposed     text,
  proposed_by  text,
  signed_by_requesting boolean not null,
  signed_by_assisting  boolean not null,
  mission_order text,
  completed_on date,
  claim        text,
  offered_at   timestamptz not null,
  version      integer     not null,
  constraint aid_case_pk primary key (id),
  constraint aid_case_request_fk foreign key (request_id) references aid_request,
  constraint aid_case_agreement_fk foreign key (agreement_id) references agreement,
  constraint aid_case_sides_ck check (requesting ~ '^[A-Z]{2}$' and assisting ~ '^[A-Z]{2}$' and requesting <> assisting),
  constraint aid_case_stage_ck check (stage in ('OFFERED', 'PARTLY_SIGNED', 'BINDING', 'ON_MISSION', 'AMENDMENT_OPEN',
    'COMPLETED', 'CLAIMED', 'TAKEN_BACK', 'DECLINED')),
  constraint aid_case_binding_ck check
    (stage not in ('BINDING', 'ON_MISSION', 'AMENDMENT_OPEN', 'COMPLETED', 'CLAIMED')
      or (signed_by_requesting and signed_by_assisting)),
  constraint aid_case_amendment_ck check
    ((stage = 'AMENDMENT_OPEN') = (proposed is not null) and (proposed is null) = (proposed_by is null)),
  constraint aid_case_claim_ck check ((stage = 'CLAIMED') = (claim is not null)),
  constraint aid_case_completed_ck check ((stage in ('COMPLETED', 'CLAIMED')) = (completed_on is not null))
);

create index aid_case_request_ix on aid_case (request_id, id desc);

-- Every move of a case, by whom: the file that a claim is settled from.
create table aid_step (
  case_id  uuid        not null,
  number   integer     not null,
  move     text        not null,
  member   text        not null,
  detail   text        not null,
  taken_by text        not null,
  taken_at timestamptz not null,
  constraint aid_step_pk primary key (case_id, number),
  constraint aid_step_case_fk foreign key (case_id) references aid_case
);

create trigger aid_request_is_kept before update or delete on aid_request
  for each row execute function refuse_change();
create trigger aid_step_is_kept before update or delete on aid_step
  for each row execute function refuse_change();
