-- What a decision changed, so that it can be taken back; and what a grouping suggests to people.

-- The assignments of a text as they were before the decision; several rows for a text about several topics.
create table topic_decision_text (
  organisation_id uuid not null,
  decision_number bigint not null,
  text_key uuid not null,
  topic_id uuid not null,
  share double precision not null,
  certainty real not null,
  origin text not null,
  unsure boolean not null,
  nearest jsonb not null,
  primary key (organisation_id, decision_number, text_key, topic_id)
);

-- The topics that a decision changed, as they were; a topic that it made has nothing before.
create table topic_decision_topic (
  organisation_id uuid not null,
  decision_number bigint not null,
  topic_id uuid not null,
  before jsonb,
  primary key (organisation_id, decision_number, topic_id)
);

-- Two topics that may be one, or one that may be two; each told with a reason, never carried out by itself.
create table topic_suggestion (
  organisation_id uuid not null,
  suggestion_id uuid not null,
  fit_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  topic_id uuid not null,
  -- For a merge: the other one.
  other_id uuid,
  score real not null,
  reason jsonb not null,
  state text not null check (state in ('open', 'taken', 'dismissed')),
  settled_at timestamptz,
  settled_by uuid,
  primary key (organisation_id, suggestion_id)
);
create index topic_suggestion_by_fit on topic_suggestion (organisation_id, fit_id, score desc);

alter table topic_decision_text
  add foreign key (organisation_id, decision_number)
    references topic_decision (organisation_id, decision_number);
alter table topic_decision_topic
  add foreign key (organisation_id, decision_number)
    references topic_decision (organisation_id, decision_number);
alter table topic_suggestion
  add foreign key (organisation_id, fit_id) references topic_fit (organisation_id, fit_id) on delete cascade,
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, other_id) references topic (organisation_id, topic_id);

-- Every different text once, with how often it was asked; kept by the work that assigns topics.
create table enquiry_text (
  organisation_id uuid not null,
  text_key uuid not null,
  -- As it was written the first time, masked.
  text text not null,
  contacts double precision not null,
  channels text[] not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- 0–1, from when it was last read: how like what is known it is. Low for what no topic is about.
  familiarity real,
  primary key (organisation_id, text_key)
);

-- What is in each topic, kept up with every change so that a list of topics is read at once.
create table topic_content (
  organisation_id uuid not null,
  topic_id uuid not null,
  texts integer not null,
  contacts double precision not null,
  -- Texts that a person has placed, and texts that wait in the tray.
  confirmed integer not null,
  unsure integer not null,
  examples text[] not null,
  primary key (organisation_id, topic_id)
);
alter table topic_content
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id) on delete cascade;
