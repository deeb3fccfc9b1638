-- Reciprocity: who recognises what of whom. Each change is another revision; what was registered stays.
create table recognition (
  id            uuid        not null,
  recognition_id uuid       not null,
  revision      integer     not null,
  member        text        not null,
  recognised    text        not null,
  kind          text        not null,
  subject       text        not null,
  agreement_id  uuid,
  authority     text        not null,
  conditions    text,
  effective_on  date        not null,
  ends_on       date,
  reasons       text,
  registered_by text        not null,
  registered_at timestamptz not null,
  constraint recognition_pk primary key (id),
  constraint recognition_revision_uk unique (recognition_id, revision),
  constraint recognition_agreement_fk foreign key (agreement_id) references agreement,
  constraint recognition_members_ck check (member ~ '^[A-Z]{2}$' and recognised ~ '^[A-Z]{2}$' and member <> recognised),
  constraint recognition_kind_ck check (kind in ('LICENCE', 'RECORD', 'CREDENTIAL')),
  constraint recognition_dates_ck check (ends_on > effective_on),
  constraint recognition_revision_ck check (revision > 0 and (revision > 1) = (reasons is not null))
);

create index recognition_pair_ix on recognition (member, recognised, kind, subject);
create index recognition_of_ix on recognition (recognised, recognition_id desc);
create index recognition_newest_ix on recognition (recognition_id desc, revision desc);

create trigger recognition_is_kept before update or delete on recognition
  for each row execute function refuse_change();

-- The lock under which the recognitions of one member are registered: two of one subject must not overlap.
create table recognition_book (
  member text not null,
  constraint recognition_book_pk primary key (member)
);
