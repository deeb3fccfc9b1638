-- The secret under a period's seal: whoever has it can try balances against the seal, so nobody but the service reads it. It
-- is there before the seal is, since a seal without its secret could never show a balance.
create table seal_secret (
  book_id uuid        not null,
  period  text        not null,
  secret  bytea       not null,
  made_at timestamptz not null,
  constraint seal_secret_pk primary key (book_id, period),
  constraint seal_secret_book_fk foreign key (book_id) references book,
  constraint seal_secret_length_ck check (octet_length(secret) = 32)
);
revoke all on seal_secret from public;

-- The balances under a seal, so that showing one does not fold the whole book again. What is sealed does not change.
create table sealed_balance (
  book_id uuid   not null,
  period  text   not null,
  account text   not null,
  debits  bigint not null,
  credits bigint not null,
  constraint sealed_balance_pk primary key (book_id, period, account),
  constraint sealed_balance_amount_ck check (debits between 0 and 9007199254740991 and credits between 0 and 9007199254740991)
);

create trigger seal_secret_append_only before update or delete or truncate on seal_secret
  for each statement execute function refuse_change();
alter table seal_secret enable always trigger seal_secret_append_only;
create trigger sealed_balance_append_only before update or delete or truncate on sealed_balance
  for each statement execute function refuse_change();
alter table sealed_balance enable always trigger sealed_balance_append_only;

do $$
begin
  if '${service_role}' <> current_user then
    execute format('revoke update, delete, truncate on seal_secret, sealed_balance from %I', '${service_role}');
  end if;
end
$$;
