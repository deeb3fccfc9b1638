-- Ballots. The rule is data; the roll is frozen at opening; a seat votes once.
create table ballot (
  id            uuid        not null,
  agreement_id  uuid        not null,
  matter_type   text        not null,
  round_id      uuid,
  evaluation_id uuid,
  quorum        text        not null,
  threshold     text        not null,
  opened_at     timestamptz not null,
  closes_at     timestamptz not null,
  closed_at     timestamptz,
  result        text,
  version       integer     not null,
  constraint ballot_pk primary key (id),
  constraint ballot_agreement_fk foreign key (agreement_id) references agreement,
  constraint ballot_matter_ck check (matter_type = 'CONCUR_IN_AWARD' and num_nulls(round_id, evaluation_id) = 0),
  constraint ballot_round_fk foreign key (round_id) references round,
  constraint ballot_evaluation_fk foreign key (evaluation_id) references evaluation,
  constraint ballot_quorum_ck check (quorum in ('MAJORITY')),
  constraint ballot_threshold_ck check (threshold in ('MAJORITY_OF_VOTES')),
  constraint ballot_closes_after_opening_ck check (closes_at > opened_at),
  constraint ballot_result_ck check
    ((result is null) = (closed_at is null) and result in ('CONCURRED', 'SENT_BACK', 'QUORUM_NOT_REACHED'))
);

create index ballot_agreement_ix on ballot (agreement_id, id desc);
-- Two open ballots on one evaluation could end differently.
create unique index ballot_one_open_per_evaluation_uk on ballot (evaluation_id) where result is null;

create table seat (
  ballot_id uuid not null,
  member    text not null,
  constraint seat_pk primary key (ballot_id, member),
  constraint seat_ballot_fk foreign key (ballot_id) references ballot
);

create table vote (
  ballot_id uuid        not null,
  member    text        not null,
  choice    text        not null,
  reasons   text,
  cast_by   text        not null,
  cast_at   timestamptz not null,
  constraint vote_once_per_seat_pk primary key (ballot_id, member),
  constraint vote_by_a_seat_fk foreign key (ballot_id, member) references seat,
  constraint vote_choice_ck check (choice in ('CONCUR', 'SEND_BACK')),
  constraint vote_reasons_ck check ((choice = 'SEND_BACK') = (reasons is not null))
);

create trigger seat_is_frozen before update or delete on seat
  for each row execute function refuse_change();
create trigger vote_is_final before update or delete on vote
  for each row execute function refuse_change();
