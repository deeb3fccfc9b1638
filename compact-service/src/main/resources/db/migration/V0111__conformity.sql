-- The model text and each member's enacted text, article by article; a text is never changed, a later one replaces it.
create table instrument_text (
  id           uuid        not null,
  agreement_id uuid        not null,
  enactment_id uuid,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  constraint instrument_text_pk primary key (id),
  constraint instrument_text_agreement_fk foreign key (agreement_id) references agreement,
  constraint instrument_text_enactment_fk foreign key (enactment_id) references enactment
);

create index instrument_text_ix on instrument_text (agreement_id, enactment_id, id desc);

create table instrument_article (
  text_id  uuid    not null,
  position integer not null,
  article  text    not null,
  heading  text    not null,
  words    text    not null,
  constraint instrument_article_pk primary key (text_id, position),
  constraint instrument_article_uk unique (text_id, article),
  constraint instrument_article_text_fk foreign key (text_id) references instrument_text
);

create trigger instrument_text_is_final before update or delete on instrument_text
  for each row execute function refuse_change();
create trigger instrument_article_is_final before update or delete on instrument_article
  for each row execute function refuse_change();

create table conformity_finding (
  id            uuid        not null,
  agreement_id  uuid        not null,
  enactment_id  uuid        not null,
  model_text_id uuid        not null,
  text_id       uuid        not null,
  article       text        not null,
  finding       text        not null,
  reasons       text        not null,
  found_on      date        not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  constraint conformity_finding_pk primary key (id),
  constraint conformity_finding_enactment_fk foreign key (enactment_id) references enactment,
  constraint conformity_finding_model_fk foreign key (model_text_id) references instrument_text,
  constraint conformity_finding_text_fk foreign key (text_id) references instrument_text,
  constraint conformity_finding_ck check (finding in ('CONFORMS', 'MATERIALLY_DIFFERENT'))
);

create index conformity_finding_ix on conformity_finding (enactment_id, id);
create trigger conformity_finding_is_final before update or delete on conformity_finding
  for each row execute function refuse_change();
