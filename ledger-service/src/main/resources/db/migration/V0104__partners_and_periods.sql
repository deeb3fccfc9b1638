-- Accounts that are kept partner by partner, floors that change by a record, reversals, periods, and encumbrances that are
-- not an order's.

alter table account add column counterparty text;

alter table record drop constraint record_kind_ck;
alter table record add constraint record_kind_ck check (
  kind in ('BOOK_OPENED', 'ACCOUNT_OPENED', 'FLOOR_CHANGED', 'FORMULA_RUN', 'ENTRY', 'PERIOD_OPENED', 'PERIOD_CLOSING',
           'PERIOD_SEALED'));

-- An entry is reversed once.
alter table entry add column reverses bigint;
create unique index entry_reverses_uk on entry (book_id, reverses) where reverses is not null;
create index entry_effective_ix on entry (book_id, effective_on);

alter table encumbrance
  alter column award_id drop not null,
  add column standing text,
  add column billed   bigint not null default 0,
  drop constraint encumbrance_part_ck,
  add constraint encumbrance_part_ck check (
    part in ('requisition', 'goods', 'ops', 'cap', 'shared', 'dues', 'transfer')),
  add constraint encumbrance_billed_ck check (billed >= 0);
update encumbrance set standing = case part when 'requisition' then 'PRE_ENCUMBERED' else 'ENCUMBERED' end;
alter table encumbrance
  alter column standing set not null,
  add constraint encumbrance_standing_ck check (standing in ('PRE_ENCUMBERED', 'ENCUMBERED', 'ENCUMBERED_CONTINUING'));

alter table command_key add column pointer text;

-- A stretch of legal dates that is closed as one. What happened to it are records of the book.
create table period (
  book_id    uuid not null,
  code       text not null,
  from_on    date not null,
  through_on date not null,
  status     text not null,
  constraint period_pk primary key (book_id, code),
  constraint period_book_fk foreign key (book_id) references book,
  constraint period_dates_ck check (from_on <= through_on),
  constraint period_status_ck check (status in ('OPEN', 'CLOSING', 'SEALED'))
);
do $$
begin
  if '${service_role}' <> current_user then
    execute format('revoke delete, truncate on period from %I', '${service_role}');
  end if;
end
$$;
