-- Default, withdrawal, and the notices that the statutes ask for.
create table default_case (
  id                   uuid        not null,
  agreement_id         uuid        not null,
  member               text        not null,
  state                text        not null,
  ground               text        not null,
  finding_id           uuid,
  cure_terms           text        not null,
  noticed_on           date        not null,
  cure_due_on          date        not null,
  assisted_on          date,
  intent_on            date,
  suspended_on         date,
  suspension_decision  text,
  reinstated_on        date,
  terminated_on        date,
  termination_decision text,
  cured_on             date,
  settled_on           date,
  withheld             text        not null default '',
  recorded_at          timestamptz not null,
  recorded_by          text        not null,
  version              integer     not null,
  constraint default_case_pk primary key (id),
  constraint default_case_agreement_fk foreign key (agreement_id) references agreement,
  constraint default_case_finding_fk foreign key (finding_id) references conformity_finding,
  constraint default_case_state_ck check
    (state in ('NOTICE_GIVEN', 'ASSISTED', 'INTENT_NOTIFIED', 'SUSPENDED', 'CURED', 'TERMINATED', 'SETTLED')),
  constraint default_case_dates_in_order_ck check
    (noticed_on <= cure_due_on and noticed_on <= assisted_on and assisted_on <= intent_on
      and intent_on <= suspended_on and suspended_on < reinstated_on),
  constraint default_case_decided_ck check
    ((suspended_on is null) = (suspension_decision is null) and (terminated_on is null) = (termination_decision is null))
);

create unique index default_case_one_open_per_member_uk on default_case (agreement_id, member)
  where state in ('NOTICE_GIVEN', 'ASSISTED', 'INTENT_NOTIFIED', 'SUSPENDED');
create index default_case_agreement_ix on default_case (agreement_id, id desc);

create table withdrawal (
  id            uuid        not null,
  agreement_id  uuid        not null,
  enactment_id  uuid        not null,
  member        text        not null,
  state         text        not null,
  bill          text,
  introduced_on date,
  noticed_on    date,
  citation      text,
  effective_on  date,
  closed_on     date,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  version       integer     not null,
  constraint withdrawal_pk primary key (id),
  constraint withdrawal_agreement_fk foreign key (agreement_id) references agreement,
  constraint withdrawal_enactment_fk foreign key (enactment_id) references enactment,
  constraint withdrawal_state_ck check
    (state in ('BILL_INTRODUCED', 'NOTICE_RUNNING', 'BILL_FAILED', 'REVOKED', 'SETTLED')),
  constraint withdrawal_dates_in_order_ck check (introduced_on <= noticed_on and noticed_on <= effective_on)
);

create unique index withdrawal_one_open_per_enactment_uk on withdrawal (enactment_id)
  where state in ('BILL_INTRODUCED', 'NOTICE_RUNNING');
create index withdrawal_agreement_ix on withdrawal (agreement_id, id desc);

create table statutory_notice (
  id           uuid        not null,
  agreement_id uuid        not null,
  matter_id    uuid        not null,
  member       text        not null,
  occasion     text        not null,
  recipient    text        not null,
  due_on       date        not null,
  given_on     date,
  means        text,
  recorded_at  timestamptz not null,
  version      integer     not null,
  constraint statutory_notice_pk primary key (id),
  constraint statutory_notice_agreement_fk foreign key (agreement_id) references agreement,
  constraint statutory_notice_uk unique (matter_id, occasion, recipient),
  constraint statutory_notice_given_ck check ((given_on is null) = (means is null))
);

create index statutory_notice_agreement_ix on statutory_notice (agreement_id, id desc);
