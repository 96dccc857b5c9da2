-- Measure: editions, participants, observers, the plan, fieldwork, review and stored results.
-- Foreign keys follow in 0004, so that tables can be created in any order and distributed before they are tied.

create table edition (
  organisation_id uuid not null,
  edition_id uuid not null,
  name text not null,
  state text not null check (state in ('preparing', 'fieldwork', 'paused', 'review', 'published')),
  method jsonb not null,
  method_version text not null,
  revision integer not null default 1,
  copied_from uuid,
  frozen_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, edition_id)
);

-- Every saved version of a method, so that a change can be seen and taken back before the freeze.
create table edition_revision (
  organisation_id uuid not null,
  edition_id uuid not null,
  revision integer not null,
  method jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (organisation_id, edition_id, revision)
);

create table participant (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  name text not null,
  class text not null,
  website text,
  variant text not null default 'single' check (variant in ('single', 'competitor')),
  relationship text not null default 'own' check (relationship in ('own', 'competitor', 'publicInterest')),
  -- What a person has confirmed that observers use; null: does not exist or is not settled.
  phone text,
  email text,
  contact_form text,
  chat text,
  messenger text,
  channels_confirmed_at timestamptz,
  channels_confirmed_by uuid,
  channels_note text,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, edition_id, participant_id),
  unique (organisation_id, edition_id, name)
);

create table competitor_choice (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  competitor_id uuid not null,
  primary key (organisation_id, edition_id, participant_id, competitor_id)
);

-- Which people may read a participant's results.
create table participant_person (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, edition_id, participant_id, person_id)
);
create index participant_person_by_person on participant_person (organisation_id, person_id);

create table channel_check (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  round smallint not null check (round in (1, 2)),
  checked_at timestamptz not null,
  source text not null,
  outcome text not null check (outcome in ('read', 'refused', 'failed')),
  found jsonb not null,
  note text,
  screenshot bytea,
  primary key (organisation_id, edition_id, participant_id, round)
);

create table observer (
  organisation_id uuid not null,
  observer_id uuid not null,
  person_id uuid,
  name text not null,
  contacts_per_week integer not null,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation_id, observer_id)
);
create unique index observer_person on observer (organisation_id, person_id) where person_id is not null;

-- Where an observer is a customer already, by participant name, so that it outlives one edition.
create table observer_customer_of (
  organisation_id uuid not null,
  observer_id uuid not null,
  participant_name text not null,
  primary key (organisation_id, observer_id, participant_name)
);

create table observer_absence (
  organisation_id uuid not null,
  observer_id uuid not null,
  from_date date not null,
  to_date date not null,
  reason text not null,
  primary key (organisation_id, observer_id, from_date)
);

create table plan (
  organisation_id uuid not null,
  edition_id uuid not null,
  revision integer not null,
  made_at timestamptz not null,
  made_by uuid not null,
  seed text not null,
  reason text not null,
  fairness jsonb not null,
  -- What this revision moved: one entry a contact, with before and after.
  moves jsonb not null,
  primary key (organisation_id, edition_id, revision)
);

create table contact (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  number integer not null,
  participant_id uuid not null,
  channel text not null check (channel in ('phone', 'email', 'chat', 'messenger')),
  date date not null,
  from_time text not null,
  to_time text not null,
  observer_id uuid,
  scenario text not null,
  state text not null check (state in ('planned', 'assigned', 'attempted', 'answered', 'unanswered', 'submitted',
    'returned', 'resubmitted', 'approved', 'appealed', 'final', 'locked', 'excluded')),
  -- Written channels: when an answer must have come (M4).
  due_at timestamptz,
  excluded_reason text,
  changed_at timestamptz not null,
  primary key (organisation_id, edition_id, contact_id),
  unique (organisation_id, edition_id, number)
);
create index contact_by_participant on contact (organisation_id, edition_id, participant_id);
create index contact_by_observer on contact (organisation_id, observer_id, date);
create index contact_by_state on contact (organisation_id, edition_id, state, date);

-- Append-only: what happened to a contact, in order. The state above is what these add up to.
create table contact_event (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  event_id uuid not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  person_id uuid,
  detail jsonb not null,
  primary key (organisation_id, edition_id, contact_id, event_id)
);

create table draft (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  answers jsonb not null,
  comments jsonb not null,
  saved_at timestamptz not null,
  primary key (organisation_id, edition_id, contact_id)
);

-- Immutable: each hand-in of a form is a row of its own.
create table submission (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  version integer not null,
  submission_id uuid not null,
  answered boolean not null,
  answers jsonb not null,
  comments jsonb not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  method_version text not null,
  primary key (organisation_id, edition_id, contact_id, version),
  unique (organisation_id, submission_id)
);

create table submission_score (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  method_version text not null,
  answered boolean not null,
  points double precision not null,
  possible double precision not null,
  score double precision not null,
  areas jsonb not null,
  scored_at timestamptz not null,
  primary key (organisation_id, edition_id, contact_id)
);

create table edition_result (
  organisation_id uuid not null,
  edition_id uuid not null,
  computed_at timestamptz not null,
  method_version text not null,
  contacts integer not null,
  results jsonb not null,
  primary key (organisation_id, edition_id)
);

create table fieldwork_pause (
  organisation_id uuid not null,
  edition_id uuid not null,
  pause_id uuid not null,
  paused_at timestamptz not null,
  paused_by uuid not null,
  reason text not null,
  resumed_at timestamptz,
  resumed_by uuid,
  primary key (organisation_id, edition_id, pause_id)
);
