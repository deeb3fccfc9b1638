-- A ballot's rule is data of its own, its roll names seats with their weight and holders, and its votes say in what
-- capacity they were cast. What was decided before is kept: one seat for each member, by the ordinary rule.
alter table ballot
  add column rule            text,
  add column meeting_id      uuid,
  add column hidden          boolean not null default true,
  add column weight_source   text,
  add column subject_kind    text,
  add column subject_id      uuid,
  add column subject_member  text,
  add column tally           text;

update ballot set rule = '{"abstentions":{"countForQuorum":true,"inBase":false},"conditions":[{"by":"COUNT","of":"CAST",'
  '"share":">1/2"}],"proxies":0,"quorum":"MAJORITY","quorumOf":"SEAT","threshold":"MAJORITY_OF_VOTES","unit":"SEAT",'
  '"weighting":"EQUAL"}';

alter table ballot
  alter column rule set not null,
  drop constraint ballot_quorum_ck,
  drop constraint ballot_threshold_ck,
  drop column quorum,
  drop column threshold,
  drop constraint ballot_matter_ck,
  drop constraint ballot_result_ck,
  add constraint ballot_matter_ck check (case matter_type
    when 'CONCUR_IN_AWARD' then num_nulls(round_id, evaluation_id) = 0
      and num_nonnulls(subject_kind, subject_id, subject_member) = 0
    when 'ADOPT_MOTION' then subject_id is not null
      and num_nonnulls(round_id, evaluation_id, subject_kind, subject_member) = 0
    when 'ADOPT_RULE' then subject_id is not null
      and num_nonnulls(round_id, evaluation_id, subject_kind, subject_member) = 0
    when 'ADMIT_MEMBER' then subject_member ~ '^[A-Z]{2}$'
      and num_nonnulls(round_id, evaluation_id, subject_kind, subject_id) = 0
    when 'PROPOSAL' then num_nulls(subject_kind, subject_id) = 0
      and num_nonnulls(round_id, evaluation_id, subject_member) = 0
    else false end),
  add constraint ballot_result_ck check
    ((result is null) = (closed_at is null)
      and result in ('CONCURRED', 'SENT_BACK', 'ADOPTED', 'REJECTED', 'QUORUM_NOT_REACHED'));

-- Two open ballots on one thing could end differently.
create unique index ballot_one_open_per_subject_uk on ballot (matter_type, subject_id)
  where result is null and subject_id is not null;
create unique index ballot_one_open_per_admission_uk on ballot (agreement_id, subject_member)
  where result is null and subject_member is not null;

alter table seat disable trigger seat_is_frozen;
alter table vote disable trigger vote_is_final;
alter table vote drop constraint vote_by_a_seat_fk;
alter table seat drop constraint seat_pk;

alter table seat
  add column seat        text,
  add column weight      bigint not null default 1,
  add column delegate    text,
  add column alternates  text,
  add column recused_for text;
update seat set seat = member || '-1';
alter table seat
  alter column seat set not null,
  add constraint seat_pk primary key (ballot_id, seat),
  add constraint seat_label_ck check (seat ~ ('^' || member || '-[1-9]$')),
  add constraint seat_weight_ck check (weight between 1 and 9007199254740991);
create index seat_member_ix on seat (member, ballot_id desc);

alter table vote rename column member to seat;
update vote set seat = seat || '-1';
alter table vote
  add column cast_as               text not null default 'MANDATE',
  add column instructing_authority text,
  add column instruction_reference text,
  add column instructed_choice     text,
  drop constraint vote_choice_ck,
  drop constraint vote_reasons_ck,
  add constraint vote_by_a_seat_fk foreign key (ballot_id, seat) references seat,
  add constraint vote_choice_ck check (choice in ('YES', 'NO', 'ABSTAIN', 'CONCUR', 'SEND_BACK')),
  add constraint vote_reasons_ck check (choice <> 'SEND_BACK' or reasons is not null),
  add constraint vote_cast_as_ck check (cast_as in ('MANDATE', 'DELEGATE', 'ALTERNATE', 'PROXY')),
  add constraint vote_instruction_ck check
    (num_nonnulls(instructing_authority, instruction_reference, instructed_choice) in (0, 3));
alter table seat enable trigger seat_is_frozen;
alter table vote enable trigger vote_is_final;
