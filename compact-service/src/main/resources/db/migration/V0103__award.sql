-- Awards: what the concurred evaluation recommended, and each member's part of it.
create table award (
  id            uuid        not null,
  round_id      uuid        not null,
  agreement_id  uuid        not null,
  evaluation_id uuid        not null,
  ballot_id     uuid        not null,
  lead          text        not null,
  supplier      text        not null,
  unit_cents    bigint,
  doses         bigint      not null,
  goods_cents   bigint      not null,
  awarded_by    text        not null,
  awarded_at    timestamptz not null,
  awarded_on    date        not null,
  constraint award_pk primary key (id),
  constraint award_once_per_round_uk unique (round_id),
  constraint award_round_fk foreign key (round_id) references round,
  constraint award_agreement_fk foreign key (agreement_id) references agreement,
  constraint award_evaluation_fk foreign key (evaluation_id) references evaluation,
  constraint award_ballot_fk foreign key (ballot_id) references ballot,
  constraint award_figures_ck check (doses > 0 and goods_cents >= 0)
);

create index award_agreement_ix on award (agreement_id, id desc);

create table award_share (
  award_id    uuid   not null,
  member      text   not null,
  population  bigint not null,
  doses       bigint not null,
  goods_cents bigint not null,
  constraint award_share_pk primary key (award_id, member),
  constraint award_share_award_fk foreign key (award_id) references award,
  constraint award_share_figures_ck check (doses > 0 and goods_cents >= 0 and population > 0)
);

create trigger award_is_final before update or delete on award
  for each row execute function refuse_change();
create trigger award_share_is_final before update or delete on award_share
  for each row execute function refuse_change();
