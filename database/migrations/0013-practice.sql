-- From insight to practice: what a contact centre wants, writes down and trains, and how figures run over editions.
-- A centre outlives an edition, so its rows carry the key of its name (spelt without case and extra spaces)
-- instead of an edition's participant; series_link ties the names of one centre, or of one class, together.

-- Append-only: the level that counts is the last one of each figure; no level takes the target away.
create table practice_target (
  organisation_id uuid not null,
  change_id uuid not null,
  centre text not null,
  figure text not null,
  level double precision check (level between 0 and 100),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, change_id)
);
create index practice_target_by_centre on practice_target (organisation_id, centre, changed_at);

-- Append-only: the last row of a centre is its choice of essential performances.
create table practice_essentials (
  organisation_id uuid not null,
  change_id uuid not null,
  centre text not null,
  questions jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, change_id)
);
create index practice_essentials_by_centre on practice_essentials (organisation_id, centre, changed_at);

-- Every version of a service standard; the highest is in force, and an empty one takes it out of force.
create table service_standard (
  organisation_id uuid not null,
  centre text not null,
  question text not null,
  -- A channel, or `all`.
  channel text not null,
  version integer not null check (version > 0),
  good text not null,
  dos jsonb not null,
  donts jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (organisation_id, centre, question, channel, version)
);

create table training (
  organisation_id uuid not null,
  training_id uuid not null,
  centre text not null,
  title text not null,
  what text not null,
  questions jsonb not null,
  channels jsonb not null,
  starts_on date not null,
  owner_role text not null,
  status text not null check (status in ('planned', 'running', 'done', 'stopped')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, training_id)
);
create index training_by_centre on training (organisation_id, centre);

-- Whether a centre lets others in its class learn from its perfect contacts; no row: it does not.
create table practice_sharing (
  organisation_id uuid not null,
  centre text not null,
  shared boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, centre)
);

-- What a centre says to its own team about one of its contacts.
create table practice_note (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  note text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, edition_id, contact_id)
);

-- Two names for the same centre or class.
create table series_link (
  organisation_id uuid not null,
  kind text not null check (kind in ('participant', 'class')),
  name_key text not null,
  name text not null,
  same_as_key text not null,
  same_as text not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  primary key (organisation_id, kind, name_key, same_as_key)
);

-- What a person says about the step into a year: figures break there, or can be laid side by side after all.
create table series_judgement (
  organisation_id uuid not null,
  year integer not null check (year between 1950 and 2200),
  kind text not null check (kind in ('break', 'comparable')),
  reason text not null,
  judged_at timestamptz not null,
  judged_by uuid not null,
  primary key (organisation_id, year)
);

-- Results of editions from before the product. No participant: a class; no class either: the whole edition.
create table earlier_figure (
  organisation_id uuid not null,
  year integer not null check (year between 1950 and 2200),
  edition text not null,
  class text not null,
  participant text not null,
  figure text not null,
  value double precision not null,
  n integer,
  low double precision,
  high double precision,
  imported_at timestamptz not null,
  primary key (organisation_id, year, edition, class, participant, figure)
);

alter table practice_note
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
