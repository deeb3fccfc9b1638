-- Guidance: texts that are kept as they were, versions that move from draft to issue, and who signed.
create table guidance (
  id           uuid        not null,
  agreement_id uuid        not null,
  code         text        not null,
  drafted_at   timestamptz not null,
  version      integer     not null,
  constraint guidance_pk primary key (id),
  constraint guidance_agreement_fk foreign key (agreement_id) references agreement,
  constraint guidance_code_uk unique (agreement_id, code)
);

create index guidance_agreement_ix on guidance (agreement_id, id desc);

create table guidance_version (
  id            uuid        not null,
  guidance_id   uuid        not null,
  number        integer     not null,
  stage         text        not null,
  text_id       uuid        not null,
  revision      integer     not null,
  signing       integer     not null,
  required_signatures integer not null,
  origin_kind   text,
  origin_id     uuid,
  drafted_by    text        not null,
  drafted_at    timestamptz not null,
  issued_at     timestamptz,
  issued_on     date,
  effective_on  date,
  sunset_on     date,
  replaced_by   uuid,
  replaced_on   date,
  replaced_at   timestamptz,
  withdrawn_on  date,
  withdrawn_at  timestamptz,
  version       integer     not null,
  constraint guidance_version_pk primary key (id),
  constraint guidance_version_guidance_fk foreign key (guidance_id) references guidance,
  constraint guidance_version_number_uk unique (guidance_id, number),
  constraint guidance_version_number_ck check
    (number > 0 and revision > 0 and signing >= 0 and required_signatures between 0 and 56),
  constraint guidance_version_stage_ck check
    (stage in ('DRAFT', 'UNDER_REVIEW', 'IN_SIGNATURE', 'DISCARDED', 'ISSUED', 'WITHDRAWN')),
  constraint guidance_version_origin_ck check
    ((origin_kind is null) = (origin_id is null) and origin_kind in ('ALERT', 'MOTION', 'ROUND')),
  constraint guidance_version_issued_ck check
    ((stage in ('ISSUED', 'WITHDRAWN')) = (num_nonnulls(issued_at, issued_on, effective_on) = 3)
      and num_nonnulls(issued_at, issued_on, effective_on) in (0, 3)
      and effective_on >= issued_on and sunset_on > effective_on),
  constraint guidance_version_replaced_fk foreign key (replaced_by) references guidance_version,
  constraint guidance_version_replaced_ck check
    (num_nonnulls(replaced_by, replaced_on, replaced_at) in (0, 3) and replaced_by <> id
      and (replaced_by is null or issued_at is not null)),
  constraint guidance_version_withdrawn_ck check
    ((stage = 'WITHDRAWN') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_on is null))
);

-- Two drafts side by side would each be written without the other.
create unique index guidance_version_one_in_preparation_uk on guidance_version (guidance_id)
  where stage in ('DRAFT', 'UNDER_REVIEW', 'IN_SIGNATURE');
create index guidance_version_issued_ix on guidance_version (guidance_id, number desc) where issued_at is not null;

create table guidance_text (
  id         uuid        not null,
  version_id uuid        not null,
  revision   integer     not null,
  title      text        not null,
  topic      text        not null,
  body       text        not null,
  revised_by text        not null,
  revised_at timestamptz not null,
  constraint guidance_text_pk primary key (id),
  constraint guidance_text_version_fk foreign key (version_id) references guidance_version,
  constraint guidance_text_revision_uk unique (version_id, revision)
);

-- The two rows of a new version name each other.
alter table guidance_version add constraint guidance_version_text_fk foreign key (text_id) references guidance_text
  deferrable initially deferred;

-- A signature belongs to one signing: a text that was sent back is signed again by everybody.
create table guidance_signature (
  version_id uuid        not null,
  purpose    text        not null,
  signing    integer     not null,
  member     text        not null,
  reasons    text        not null,
  signed_by  text        not null,
  signed_at  timestamptz not null,
  constraint guidance_signature_pk primary key (version_id, purpose, signing, member),
  constraint guidance_signature_version_fk foreign key (version_id) references guidance_version,
  constraint guidance_signature_purpose_ck check (purpose in ('ISSUE', 'WITHDRAW')),
  constraint guidance_signature_reasons_ck check ((purpose = 'WITHDRAW') = (reasons <> '')),
  constraint guidance_signature_member_ck check (member ~ '^[A-Z]{2}$')
);

create table guidance_comment (
  id             uuid        not null,
  version_id     uuid        not null,
  revision       integer     not null,
  member         text        not null,
  recommendation text,
  comment        text        not null,
  commented_by   text        not null,
  commented_at   timestamptz not null,
  constraint guidance_comment_pk primary key (id),
  constraint guidance_comment_version_fk foreign key (version_id) references guidance_version
);

create index guidance_comment_version_ix on guidance_comment (version_id, id desc);

-- Which guidance came to stand in another's place; no path of these may lead back to its beginning.
create table guidance_supersession (
  guidance_id   uuid        not null,
  superseded_id uuid        not null,
  version_id    uuid        not null,
  recorded_at   timestamptz not null,
  constraint guidance_supersession_pk primary key (guidance_id, superseded_id),
  constraint guidance_supersession_guidance_fk foreign key (guidance_id) references guidance,
  constraint guidance_supersession_superseded_fk foreign key (superseded_id) references guidance,
  constraint guidance_supersession_version_fk foreign key (version_id) references guidance_version,
  constraint guidance_supersession_of_another_ck check (guidance_id <> superseded_id)
);

create index guidance_supersession_superseded_ix on guidance_supersession (superseded_id);

create trigger guidance_text_is_kept before update or delete on guidance_text
  for each row execute function refuse_change();
create trigger guidance_signature_is_final before update or delete on guidance_signature
  for each row execute function refuse_change();
create trigger guidance_comment_is_kept before update or delete on guidance_comment
  for each row execute function refuse_change();
create trigger guidance_supersession_is_final before update or delete on guidance_supersession
  for each row execute function refuse_change();

-- What was issued is fixed: later only its replacement and its withdrawal are noted beside it, each once.
create function refuse_change_of_issued_guidance() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'restrict_violation';
  end if;
  if old.issued_at is not null
     and (row (old.id, old.guidance_id, old.number, old.text_id, old.revision, old.signing,
               old.required_signatures, old.issued_at, old.issued_on,
               old.effective_on, old.sunset_on)
          is distinct from
          row (new.id, new.guidance_id, new.number, new.text_id, new.revision, new.signing,
               new.required_signatures, new.issued_at, new.issued_on,
               new.effective_on, new.sunset_on)
       or (old.replaced_by is not null and row (old.replaced_by, old.replaced_on, old.replaced_at)
          is distinct from row (new.replaced_by, new.replaced_on, new.replaced_at))
       or (old.withdrawn_at is not null and row (old.stage, old.withdrawn_at, old.withdrawn_on)
          is distinct from row (new.stage, new.withdrawn_at, new.withdrawn_on))) then
    raise exception 'an issued version of guidance is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create trigger guidance_version_is_fixed_once_issued before update or delete on guidance_version
  for each row execute function refuse_change_of_issued_guidance();
