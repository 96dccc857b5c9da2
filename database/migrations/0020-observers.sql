-- Observers: who they are, when they can, where they are not impartial, what they have learnt and what they are paid.

create table observer_profile (
  organisation_id uuid not null,
  observer_id uuid not null,
  region text not null,
  languages jsonb not null,
  -- The channels that the observer may be given; empty: all of them.
  channels jsonb not null,
  -- Weekdays (1 Monday … 5 Friday) with hours on which contacts may be planned; empty: every weekday.
  hours jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, observer_id)
);

-- Append-only: what the organiser has found of the observer's training. The newest is in force.
create table observer_qualification (
  organisation_id uuid not null,
  observer_id uuid not null,
  qualification_id uuid not null,
  status text not null check (status in ('training', 'qualified', 'suspended')),
  since date not null,
  note text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (organisation_id, observer_id, qualification_id)
);

-- Where an observer is not impartial, by participant name, so that it outlives one edition. What has ended stays.
create table observer_conflict (
  organisation_id uuid not null,
  observer_id uuid not null,
  conflict_id uuid not null,
  participant_name text not null,
  kind text not null check (kind in ('customer', 'work', 'relation', 'other')),
  note text not null,
  declared_at timestamptz not null,
  -- Null: it came from the list of customers that was kept before.
  declared_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, observer_id, conflict_id)
);

insert into observer_conflict (organisation_id, observer_id, conflict_id, participant_name, kind, note, declared_at)
  select organisation_id, observer_id, gen_random_uuid(), participant_name, 'customer', '', now() from observer_customer_of;
drop table observer_customer_of;

-- Append-only: each saved version of an edition's briefing test. Without questions it is the built-in one.
create table briefing_test (
  organisation_id uuid not null,
  edition_id uuid not null,
  revision integer not null,
  questions jsonb,
  -- Share of right answers, in per cent.
  pass_mark integer not null,
  -- Whether assignments open only when it is passed.
  required boolean not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (organisation_id, edition_id, revision)
);

-- Append-only: an attempt keeps the questions that were asked, so that it can be read as it was.
create table briefing_attempt (
  organisation_id uuid not null,
  edition_id uuid not null,
  attempt_id uuid not null,
  observer_id uuid not null,
  questions jsonb not null,
  pass_mark integer not null,
  started_at timestamptz not null,
  primary key (organisation_id, edition_id, attempt_id)
);
create index briefing_attempt_by_observer on briefing_attempt (organisation_id, observer_id, edition_id);

create table briefing_answer (
  organisation_id uuid not null,
  edition_id uuid not null,
  attempt_id uuid not null,
  question_id text not null,
  option_id text not null,
  is_right boolean not null,
  answered_at timestamptz not null,
  primary key (organisation_id, edition_id, attempt_id, question_id)
);

-- Append-only: each saved version of what an edition pays, in øre for each channel and outcome.
create table payment_rates (
  organisation_id uuid not null,
  edition_id uuid not null,
  revision integer not null,
  rates jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (organisation_id, edition_id, revision)
);

-- Append-only: what is paid beside the contacts. A mistake is put right by another line.
create table payment_extra (
  organisation_id uuid not null,
  edition_id uuid not null,
  extra_id uuid not null,
  observer_id uuid not null,
  kind text not null check (kind in ('extra', 'correction')),
  amount_ore integer not null,
  text text not null,
  on_date date not null,
  -- The paid contact that a correction takes back.
  contact_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, edition_id, extra_id),
  unique (organisation_id, edition_id, contact_id)
);

create table payment_run (
  organisation_id uuid not null,
  edition_id uuid not null,
  run_id uuid not null,
  number integer not null,
  paid_on date not null,
  until date not null,
  rates_revision integer not null,
  note text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, edition_id, run_id),
  unique (organisation_id, edition_id, number)
);

-- Append-only: what a run paid. A contact and an extra are paid once.
create table payment_line (
  organisation_id uuid not null,
  edition_id uuid not null,
  line_id uuid not null,
  run_id uuid not null,
  observer_id uuid not null,
  contact_id uuid,
  extra_id uuid,
  amount_ore integer not null,
  primary key (organisation_id, edition_id, line_id),
  unique (organisation_id, edition_id, contact_id),
  unique (organisation_id, edition_id, extra_id),
  check ((contact_id is null) <> (extra_id is null))
);
create index payment_line_by_observer on payment_line (organisation_id, observer_id, edition_id);

alter table observer_profile add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table observer_qualification add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table observer_conflict add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table briefing_test add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table briefing_attempt
  add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id),
  add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table briefing_answer add foreign key (organisation_id, edition_id, attempt_id) references briefing_attempt (organisation_id, edition_id, attempt_id);
alter table payment_rates add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table payment_extra
  add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id),
  add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id),
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table payment_run add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table payment_line
  add foreign key (organisation_id, edition_id, run_id) references payment_run (organisation_id, edition_id, run_id),
  add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id),
  add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id),
  add foreign key (organisation_id, edition_id, extra_id) references payment_extra (organisation_id, edition_id, extra_id);
