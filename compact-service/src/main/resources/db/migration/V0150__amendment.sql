-- Amendments of an instrument, the members' acts on them, and the terms as they were known to be in force.
create table amendment (
  id           uuid        not null,
  agreement_id uuid        not null,
  title        text        not null,
  proposed_by  text        not null,
  share        text        not null,
  change       text        not null,
  filed_on     date        not null,
  proposed_on  date,
  ballot_id    uuid,
  rejected_on  date,
  withdrawn_on date,
  reasons      text,
  in_force_on  date,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  version      integer     not null,
  constraint amendment_pk primary key (id),
  constraint amendment_agreement_fk foreign key (agreement_id) references agreement,
  constraint amendment_ballot_fk foreign key (ballot_id) references ballot,
  constraint amendment_proposed_by_ck check (proposed_by in ('COMMISSION', 'BALLOT')),
  constraint amendment_share_ck check (share ~ '^[1-9][0-9]?/[1-9][0-9]?$'),
  constraint amendment_dates_in_order_ck check
    (filed_on <= proposed_on and filed_on <= rejected_on and filed_on <= withdrawn_on and proposed_on <= withdrawn_on
      and proposed_on <= in_force_on),
  constraint amendment_one_end_ck check (num_nonnulls(rejected_on, withdrawn_on, in_force_on) <= 1),
  constraint amendment_in_force_was_proposed_ck check (in_force_on is null or proposed_on is not null),
  constraint amendment_voted_ck check (proposed_by = 'COMMISSION' or (ballot_id is null) = (proposed_on is null and rejected_on is null)),
  constraint amendment_withdrawn_with_reasons_ck check ((withdrawn_on is null) = (reasons is null))
);
create index amendment_agreement_ix on amendment (agreement_id, id desc);

-- The amendments in force by date, as they follow from all acts that are recorded.
alter table agreement add column amended text not null default '[]';

create table terms_revision (
  id           uuid        not null,
  agreement_id uuid        not null,
  versions     text        not null,
  cause        text        not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  constraint terms_revision_pk primary key (id),
  constraint terms_revision_agreement_fk foreign key (agreement_id) references agreement
);
create index terms_revision_agreement_ix on terms_revision (agreement_id, recorded_at desc, id desc);
create trigger terms_revision_is_final before update or delete on terms_revision
  for each row execute function refuse_change();

-- An act on an amendment is of the same kind and goes the same way as an act of joining.
alter table enactment
  add column amendment_id uuid,
  add constraint enactment_amendment_fk foreign key (amendment_id) references amendment,
  drop constraint enactment_kind_ck,
  add constraint enactment_kind_ck check (kind in ('BILL', 'SIGNATURE', 'RULE', 'FOUNDING', 'INCLUDED')),
  add constraint enactment_included_ck check (kind <> 'INCLUDED' or amendment_id is not null);

-- A member is bound, or on its way to be, once; and it takes an amendment once.
drop index enactment_one_standing_per_member_uk;
create unique index enactment_one_standing_per_member_uk on enactment (agreement_id, member)
  where amendment_id is null and state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE');
create unique index enactment_one_per_amendment_and_member_uk on enactment (amendment_id, member)
  where state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE');

alter table instrument_text
  add column amendment_id uuid,
  add constraint instrument_text_amendment_fk foreign key (amendment_id) references amendment,
  add constraint instrument_text_of_one_ck check (num_nonnulls(enactment_id, amendment_id) <= 1);
create unique index instrument_text_amendment_uk on instrument_text (amendment_id);
