-- What the quality page shows of an edition, as it was last computed.
create table edition_quality (
  organisation_id uuid not null,
  edition_id uuid not null,
  computed_at timestamptz not null,
  method_version text not null,
  contacts integer not null,
  quality jsonb not null,
  primary key (organisation_id, edition_id)
);

alter table edition_quality add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
