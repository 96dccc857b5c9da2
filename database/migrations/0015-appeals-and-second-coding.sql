-- Second coding, masks by hand, appeals and what came of them.

-- A contact read and coded once more by somebody else, who does not see the first answers.
create table second_coding (
  organisation_id uuid not null,
  edition_id uuid not null,
  coding_id uuid not null,
  contact_id uuid not null,
  purpose text not null check (purpose in ('appeal', 'sample')),
  observer_id uuid not null,
  -- What is read beside or instead of the transcript, such as the participant's own log.
  material text,
  asked_at timestamptz not null,
  asked_by uuid not null,
  withdrawn_at timestamptz,
  -- Half a form, until it is handed in.
  draft jsonb,
  primary key (organisation_id, edition_id, coding_id),
  unique (organisation_id, edition_id, contact_id, observer_id)
);
create index second_coding_by_observer on second_coding (organisation_id, observer_id);

-- Immutable: each hand-in of a second coding is a row of its own.
create table second_coding_version (
  organisation_id uuid not null,
  edition_id uuid not null,
  coding_id uuid not null,
  version integer not null,
  hand_in_id uuid not null,
  answers jsonb not null,
  comments jsonb not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null,
  primary key (organisation_id, edition_id, coding_id, version),
  unique (organisation_id, hand_in_id)
);

-- What a person has masked, or lifted the mask of, in one text of one version of a form. The last word counts.
create table text_mask (
  organisation_id uuid not null,
  edition_id uuid not null,
  contact_id uuid not null,
  mask_id uuid not null,
  version integer not null,
  -- A comment's id, or 'transcript'.
  field text not null,
  from_place integer not null,
  to_place integer not null,
  verdict text not null check (verdict in ('mask', 'lift')),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, edition_id, contact_id, mask_id)
);

-- When participants may read their own submissions before the results are published, and object to them.
create table appeal_window (
  organisation_id uuid not null,
  edition_id uuid not null,
  working_days integer not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, edition_id)
);

create table appeal (
  organisation_id uuid not null,
  edition_id uuid not null,
  appeal_id uuid not null,
  contact_id uuid not null,
  participant_id uuid not null,
  questions jsonb not null,
  grounds text not null,
  -- The participant's own log, as text.
  evidence text,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, edition_id, appeal_id),
  unique (organisation_id, edition_id, contact_id)
);

create table appeal_file (
  organisation_id uuid not null,
  edition_id uuid not null,
  appeal_id uuid not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (organisation_id, edition_id, appeal_id, file_id)
);

-- Append-only: what happened to an appeal, in order. Its state is what these add up to.
create table appeal_event (
  organisation_id uuid not null,
  edition_id uuid not null,
  appeal_id uuid not null,
  event_id uuid not null,
  kind text not null,
  at timestamptz not null,
  person_id uuid not null,
  detail jsonb not null,
  primary key (organisation_id, edition_id, appeal_id, event_id)
);

-- Append-only: every decided appeal and every later correction, with its effect, for everybody to read.
create table result_change (
  organisation_id uuid not null,
  edition_id uuid not null,
  change_id uuid not null,
  contact_id uuid not null,
  participant_id uuid not null,
  appeal_id uuid,
  kind text not null check (kind in ('appeal', 'correction')),
  outcome text not null check (outcome in ('upheld', 'partly', 'rejected', 'corrected')),
  answers jsonb not null,
  effect jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, edition_id, change_id)
);

alter table second_coding
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id),
  add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table second_coding_version
  add foreign key (organisation_id, edition_id, coding_id) references second_coding (organisation_id, edition_id, coding_id);
alter table text_mask
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table appeal_window add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table appeal
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id),
  add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id);
alter table appeal_file
  add foreign key (organisation_id, edition_id, appeal_id) references appeal (organisation_id, edition_id, appeal_id);
alter table appeal_event
  add foreign key (organisation_id, edition_id, appeal_id) references appeal (organisation_id, edition_id, appeal_id);
alter table result_change
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id),
  add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id);
