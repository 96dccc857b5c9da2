-- Headcount: who is here and who comes, what the plan assumes, scenarios, and recruitment in counts without anybody's name.

create table plan_headcount_setting (
  organisation_id uuid not null,
  assumptions jsonb not null,
  occupancy double precision not null check (occupancy > 0 and occupancy <= 1),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id)
);

-- So many began on a day and are here still.
create table plan_headcount_cohort (
  organisation_id uuid not null,
  started_on date not null,
  people integer not null check (people > 0),
  primary key (organisation_id, started_on)
);

-- So many are to begin on a day.
create table plan_headcount_hire (
  organisation_id uuid not null,
  starts_on date not null,
  state text not null check (state in ('advertised', 'signed')),
  people integer not null check (people > 0),
  primary key (organisation_id, starts_on, state)
);

-- The planner's own word for the need of a month, in practised colleagues.
create table plan_headcount_need (
  organisation_id uuid not null,
  month date not null check (extract(day from month) = 1),
  people double precision not null check (people >= 0),
  low double precision not null,
  high double precision not null check (low <= people and people <= high),
  primary key (organisation_id, month)
);

create table plan_headcount_scenario (
  organisation_id uuid not null,
  scenario_id uuid not null,
  name text not null,
  levers jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organisation_id, scenario_id)
);

create table plan_recruitment_profile (
  organisation_id uuid not null,
  does text not null default '',
  needs text not null default '',
  offers text not null default '',
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id)
);

create table plan_recruitment_attraction (
  organisation_id uuid not null,
  attraction text not null,
  state text not null check (state in ('inPlace', 'underWay', 'missing', 'notRelevant')),
  note text not null default '',
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, attraction)
);

-- An advertisement and what came of it.
create table plan_recruitment_ad (
  organisation_id uuid not null,
  ad_id uuid not null,
  title text not null,
  channel text not null,
  published_on date not null,
  positions integer not null check (positions >= 0),
  cost double precision not null check (cost >= 0),
  applicants integer not null check (applicants >= 0),
  interviewed integer not null check (interviewed >= 0 and interviewed <= applicants),
  offered integer not null check (offered >= 0 and offered <= interviewed),
  hired integer not null check (hired >= 0 and hired <= offered),
  -- Of the hired: here after six and after twelve months; null while too early.
  here6 integer check (here6 >= 0 and here6 <= hired),
  here12 integer check (here12 >= 0 and here12 <= hired),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, ad_id)
);

alter table plan_headcount_setting
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_headcount_cohort add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_headcount_hire add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_headcount_need add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_headcount_scenario
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table plan_recruitment_profile
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_recruitment_attraction
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_recruitment_ad
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
