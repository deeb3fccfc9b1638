-- Rulemaking: the proposed rule, its comments and hearing, its adoption, and what legislatures and courts do about it.
create table docket (
  id                   uuid        not null,
  agreement_id         uuid        not null,
  title                text        not null,
  text                 text        not null,
  lead                 text        not null,
  proposed_at          timestamptz not null,
  effective_after_days integer     not null,
  petition_days        integer     not null,
  petition_citation    text        not null,
  noticed_at           timestamptz,
  comments_until       timestamptz,
  notice_citation      text,
  hearing_at           timestamptz,
  hearing_record       text,
  stage                text        not null,
  ballot_id            uuid,
  adopted_on           date,
  effective_on         date,
  petition_until       date,
  voided_on            date,
  version              integer     not null,
  constraint docket_pk primary key (id),
  constraint docket_agreement_fk foreign key (agreement_id) references agreement,
  constraint docket_ballot_fk foreign key (ballot_id) references ballot,
  constraint docket_days_ck check (effective_after_days between 0 and 3650 and petition_days between 0 and 365),
  constraint docket_stage_ck check (stage in
    ('PROPOSED', 'NOTICED', 'IN_BALLOT', 'ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN', 'REJECTED_BY_LEGISLATURES')),
  constraint docket_noticed_ck check (num_nonnulls(noticed_at, comments_until, notice_citation) in (0, 3)),
  constraint docket_hearing_ck check ((hearing_at is null) = (hearing_record is null)),
  constraint docket_adopted_ck check
    ((stage in ('ADOPTED', 'REJECTED_BY_LEGISLATURES')) = (adopted_on is not null)
      and num_nonnulls(adopted_on, effective_on, petition_until) in (0, 3)),
  constraint docket_voided_ck check ((stage = 'REJECTED_BY_LEGISLATURES') = (voided_on is not null))
);
create index docket_agreement_ix on docket (agreement_id, id desc);

create table docket_comment (
  id                  uuid        not null,
  docket_id           uuid        not null,
  kind                text        not null,
  person              text        not null,
  name                text,
  association_members integer,
  wants_hearing       boolean     not null,
  text                text        not null,
  public_record       boolean     not null,
  recorded_by         text        not null,
  recorded_at         timestamptz not null,
  constraint docket_comment_pk primary key (id),
  constraint docket_comment_docket_fk foreign key (docket_id) references docket,
  constraint docket_comment_kind_ck check (kind in ('PERSON', 'GOVERNMENTAL_BODY', 'ASSOCIATION')),
  constraint docket_comment_association_ck check ((kind = 'ASSOCIATION') = (association_members is not null))
);
create index docket_comment_docket_ix on docket_comment (docket_id, id desc);
create index docket_comment_hearing_ix on docket_comment (docket_id, kind, person) where wants_hearing;
create trigger docket_comment_is_record before update or delete on docket_comment
  for each row execute function refuse_change();

create table docket_rejection (
  docket_id   uuid        not null,
  member      text        not null,
  enacted_on  date        not null,
  citation    text        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint docket_rejection_pk primary key (docket_id, member),
  constraint docket_rejection_docket_fk foreign key (docket_id) references docket
);
create trigger docket_rejection_is_record before update or delete on docket_rejection
  for each row execute function refuse_change();

create table docket_petition (
  id          uuid        not null,
  docket_id   uuid        not null,
  petitioner  text        not null,
  court       text        not null,
  reference   text        not null,
  filed_on    date        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint docket_petition_pk primary key (id),
  constraint docket_petition_docket_fk foreign key (docket_id) references docket,
  constraint docket_petition_reference_uk unique (docket_id, reference)
);
create trigger docket_petition_is_record before update or delete on docket_petition
  for each row execute function refuse_change();

-- What the members have decided on who asks to join; the agreement's own register makes it true.
create table admission_decision (
  ballot_id    uuid        not null,
  agreement_id uuid        not null,
  member       text        not null,
  admitted     boolean     not null,
  decided_at   timestamptz not null,
  constraint admission_decision_pk primary key (ballot_id),
  constraint admission_decision_ballot_fk foreign key (ballot_id) references ballot
);
create index admission_decision_agreement_ix on admission_decision (agreement_id, member);
create trigger admission_decision_is_final before update or delete on admission_decision
  for each row execute function refuse_change();
