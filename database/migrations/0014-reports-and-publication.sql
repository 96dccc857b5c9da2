-- Reports that have been made, and what of an edition the public may see.

-- One made report each: the participants' as PDF files, so that a whole edition's can be fetched at once.
create table report_file (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  -- When the results were computed that the report tells of: older than the results, the report is out of date.
  results_at timestamptz not null,
  made_at timestamptz not null,
  pdf bytea not null,
  primary key (organisation_id, edition_id, participant_id, language)
);

-- Without a row, or without `opens_at`, nothing of the edition is public.
create table publication (
  organisation_id uuid not null,
  edition_id uuid not null,
  -- The last part of the page's address.
  address text not null,
  listing text not null default 'winners' check (listing in ('winners', 'open')),
  -- Whether the open list also names those who were measured without having entered.
  names_all boolean not null default false,
  -- Under which licence the open data may be used; null: no open data.
  licence text check (licence in ('CC-BY-4.0', 'CC0-1.0')),
  -- From when the page is shown; before it the figures are under embargo.
  opens_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, edition_id),
  unique (organisation_id, address)
);

-- Whose an address is, looked up before anything of the organisation is known: one address in the whole house.
create table public_address (
  address text primary key,
  organisation_id uuid not null,
  edition_id uuid not null
);
create index public_address_of_edition on public_address (organisation_id, edition_id);

alter table report_file add foreign key (organisation_id, edition_id, participant_id)
  references participant (organisation_id, edition_id, participant_id) on delete cascade;
alter table publication add foreign key (organisation_id, edition_id)
  references edition (organisation_id, edition_id) on delete cascade;
