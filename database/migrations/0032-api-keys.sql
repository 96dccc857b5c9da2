-- Keys with which programs of an organisation call the API. Only the hash of a key is kept.

create table api_key (
  organisation_id uuid not null,
  api_key_id uuid not null,
  name text not null,
  key_hash text not null,
  -- The last signs of the key, so that people tell them apart.
  hint text not null,
  -- What the key opens, such as 'enquiries:write'.
  scopes text[] not null,
  created_at timestamptz not null,
  created_by uuid not null,
  -- Written at most once a minute.
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, api_key_id),
  unique (organisation_id, key_hash)
);

alter table api_key
  add foreign key (organisation_id) references organisation (organisation_id),
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
