-- What people say about topics: need, task, goal, owner and weight; what is done first; and value or failure demand.

create table topic_profile (
  organisation_id uuid not null,
  topic_id uuid not null,
  need text not null default '',
  task text not null default '',
  goal text not null default '',
  owner_id uuid,
  -- 1 is as important as any other; 0 counts for nothing, 5 is the most.
  strategic_weight double precision not null default 1 check (strategic_weight >= 0 and strategic_weight <= 5),
  -- Why people must be met by people here; empty when nothing stands against self-service.
  must_stay text not null default '',
  -- One of the few that are worked on now; needs an owner.
  prioritised boolean not null default false,
  -- A place that a person set in spite of the score, from 1, and why.
  place integer check (place > 0),
  place_reason text not null default '',
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, topic_id)
);

-- Append-only: what was prioritised, released and placed by hand, by whom and why.
create table topic_priority_decision (
  organisation_id uuid not null,
  topic_id uuid not null,
  decision_id uuid not null,
  kind text not null check (kind in ('prioritised', 'released', 'placed', 'unplaced')),
  place integer,
  reason text not null default '',
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, topic_id, decision_id)
);

-- How much each factor of the score counts, and what a contact costs in each channel.
create table overview_setting (
  organisation_id uuid not null,
  weights jsonb not null,
  channel_costs jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id)
);

-- Records drawn by lot that two people code blind: was something not done, or done wrong, the cause?
create table demand_sample (
  organisation_id uuid not null,
  sample_id uuid not null,
  from_day date not null,
  to_day date not null,
  -- Drawn from one topic only; null when drawn from all.
  topic_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organisation_id, sample_id)
);
create index demand_sample_by_time on demand_sample (organisation_id, created_at);

create table demand_sample_item (
  organisation_id uuid not null,
  sample_id uuid not null,
  item_number integer not null,
  enquiry_id uuid not null,
  primary key (organisation_id, sample_id, item_number),
  unique (organisation_id, sample_id, enquiry_id)
);

create table demand_code (
  organisation_id uuid not null,
  sample_id uuid not null,
  item_number integer not null,
  person_id uuid not null,
  code text not null check (code in ('value', 'failure', 'unclear')),
  coded_at timestamptz not null,
  primary key (organisation_id, sample_id, item_number, person_id)
);

alter table topic_profile
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, owner_id) references person (organisation_id, person_id),
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table topic_priority_decision
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table overview_setting
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table demand_sample
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table demand_sample_item
  add foreign key (organisation_id, sample_id) references demand_sample (organisation_id, sample_id) on delete cascade;
alter table demand_code
  add foreign key (organisation_id, sample_id, item_number)
    references demand_sample_item (organisation_id, sample_id, item_number) on delete cascade,
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
