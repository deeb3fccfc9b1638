-- Declared by a seat's holder while the ballot is open; the roll stays as it was frozen.
create table recusal (
  ballot_id  uuid        not null,
  seat       text        not null,
  recused_by text        not null,
  scope      text        not null,
  reason     text        not null,
  recused_as text        not null,
  recused_at timestamptz not null,
  constraint recusal_pk primary key (ballot_id, seat, recused_by),
  constraint recusal_of_a_seat_fk foreign key (ballot_id, seat) references seat,
  constraint recusal_scope_ck check (scope in ('SEAT', 'PERSON') and (scope = 'PERSON' or recused_as <> 'ALTERNATE')),
  constraint recusal_as_ck check (recused_as in ('MANDATE', 'DELEGATE', 'ALTERNATE'))
);
create unique index recusal_of_the_seat_uk on recusal (ballot_id, seat) where scope = 'SEAT';

create trigger recusal_is_final before update or delete on recusal
  for each row execute function refuse_change();

-- A seat that is out has no vote, whatever reaches the table.
create function refuse_vote_of_recused_seat() returns trigger language plpgsql as $$
begin
  if exists (select from recusal r where r.ballot_id = new.ballot_id and r.seat = new.seat and r.scope = 'SEAT')
  then
    raise exception 'the seat % is recused', new.seat using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger vote_of_a_seat_that_takes_part before insert on vote
  for each row execute function refuse_vote_of_recused_seat();
