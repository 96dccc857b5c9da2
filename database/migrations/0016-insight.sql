-- What insight has worked out from an edition's results: the edition, a class or a participant, with the moment of
-- the results that it was made of. Results that are newer make it old.
create table insight_result (
  organisation_id uuid not null,
  edition_id uuid not null,
  subject text not null,
  results_at timestamptz not null,
  method_version text not null,
  computed_at timestamptz not null,
  insight jsonb not null,
  primary key (organisation_id, edition_id, subject)
);
alter table insight_result add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
