-- The yearly expectation survey among observers: its questionnaire, who is invited, and what was answered.
-- Person and answer are kept apart: the invitation says only whether somebody has answered, the answer carries a
-- key made from the survey's secret, and closing the survey takes the secret away and gives the answers new keys.

create table expectation_survey (
  organisation_id uuid not null,
  edition_id uuid not null,
  mode text not null check (mode in ('rank', 'rate')),
  -- Rank mode: how many the observer puts in order; the rest share the places after them.
  depth integer not null check (depth > 0),
  items jsonb not null,
  background jsonb not null,
  opens_on date not null,
  closes_on date not null,
  opened_at timestamptz,
  closed_at timestamptz,
  reminded_at timestamptz,
  -- Only while it is open.
  secret text,
  changed_at timestamptz not null,
  primary key (organisation_id, edition_id)
);

create table expectation_invitation (
  organisation_id uuid not null,
  edition_id uuid not null,
  person_id uuid not null,
  answered boolean not null default false,
  primary key (organisation_id, edition_id, person_id)
);

-- Without a moment, and without a person.
create table expectation_answer (
  organisation_id uuid not null,
  edition_id uuid not null,
  answer_key text not null,
  answer jsonb not null,
  background jsonb not null,
  primary key (organisation_id, edition_id, answer_key)
);

-- Figures of years before this product, from a file. Importance 0 to 100.
create table expectation_history (
  organisation_id uuid not null,
  year integer not null,
  performance text not null,
  score double precision not null check (score between 0 and 100),
  n integer not null check (n > 0),
  low double precision,
  high double precision,
  -- How it was asked, where the file says so: another wording breaks the line.
  wording text,
  imported_at timestamptz not null,
  primary key (organisation_id, year, performance)
);

alter table expectation_survey add foreign key (organisation_id, edition_id)
  references edition (organisation_id, edition_id) on delete cascade;
alter table expectation_invitation
  add foreign key (organisation_id, edition_id)
    references expectation_survey (organisation_id, edition_id) on delete cascade,
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table expectation_answer add foreign key (organisation_id, edition_id)
  references expectation_survey (organisation_id, edition_id) on delete cascade;
