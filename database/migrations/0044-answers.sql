-- Core answers: the one best answer to a topic, made together, and what every channel makes of it.

create table answer (
  organisation_id uuid not null,
  answer_id uuid not null,
  -- The topic that it answers; none yet for one that is still being thought out.
  topic_id uuid,
  state text not null check (state in ('draft', 'inReview', 'agreed', 'retired')),
  -- The newest revision, and the one that everybody answers by: the newest that was agreed.
  revision integer not null,
  agreed_revision integer,
  agreed_at timestamptz,
  -- Who keeps it right.
  owner_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  -- The organisation's stamp (answer_settings.stamp) when what others read of it last changed.
  stamp bigint not null default 0,
  primary key (organisation_id, answer_id)
);
create index answer_by_topic on answer (organisation_id, topic_id);
create index answer_by_stamp on answer (organisation_id, stamp);

-- Append-only: the core sheet as it stood, whole, and the shared facts as they stood then.
create table answer_revision (
  organisation_id uuid not null,
  answer_id uuid not null,
  revision integer not null,
  kind text not null check (kind in ('written', 'merged', 'restored', 'fact')),
  note text not null,
  content jsonb not null,
  facts jsonb not null,
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, answer_id, revision)
);

-- Facts that several answers share by name: a new price is written once.
create table answer_fact (
  organisation_id uuid not null,
  fact_id uuid not null,
  -- As it is referred to: lower case, one space between words.
  name text not null,
  kind text not null check (kind in ('price', 'date', 'number', 'percent', 'link', 'phone')),
  value text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, fact_id),
  unique (organisation_id, name)
);

-- What a channel makes of the core, in one language.
create table answer_version (
  organisation_id uuid not null,
  answer_id uuid not null,
  channel text not null check (channel in ('phone', 'chat', 'chatbot', 'email', 'social', 'web', 'inPerson')),
  language text not null check (language in ('nb', 'nn', 'en')),
  edit_number integer not null,
  body text not null,
  -- What was approved, and the core as it was then; null until somebody approves.
  approved_body text,
  core_revision integer,
  core_stamp text,
  approved_at timestamptz,
  approved_by uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, answer_id, channel, language)
);

-- Append-only: every text of a channel version, and each approval.
create table answer_version_edit (
  organisation_id uuid not null,
  answer_id uuid not null,
  channel text not null,
  language text not null,
  edit_number integer not null,
  kind text not null check (kind in ('generated', 'written', 'approved')),
  body text not null,
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, answer_id, channel, language, edit_number, kind)
);

create table answer_comment (
  organisation_id uuid not null,
  answer_id uuid not null,
  comment_id uuid not null,
  -- What it is about: a channel's version, or the core.
  channel text check (channel in ('phone', 'chat', 'chatbot', 'email', 'social', 'web', 'inPerson')),
  -- The words that it is about.
  quote text,
  text text not null,
  at timestamptz not null,
  person_id uuid not null,
  resolved_at timestamptz,
  resolved_by uuid,
  -- What was done about it.
  resolution text,
  primary key (organisation_id, answer_id, comment_id)
);

-- Append-only: a channel's yes to the core as it stood.
create table answer_sign_off (
  organisation_id uuid not null,
  answer_id uuid not null,
  channel text not null check (channel in ('phone', 'chat', 'chatbot', 'email', 'social', 'web', 'inPerson')),
  core_stamp text not null,
  revision integer not null,
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, answer_id, channel, core_stamp)
);

-- Append-only: the life of an answer in the words of its states.
create table answer_event (
  organisation_id uuid not null,
  answer_id uuid not null,
  event_id uuid not null,
  kind text not null,
  revision integer not null,
  detail jsonb not null default '{}',
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, answer_id, event_id)
);

-- Who answers for a channel's texts.
create table answer_channel_owner (
  organisation_id uuid not null,
  channel text not null check (channel in ('phone', 'chat', 'chatbot', 'email', 'social', 'web', 'inPerson')),
  person_id uuid not null,
  primary key (organisation_id, channel)
);

create table answer_settings (
  organisation_id uuid not null,
  -- Grows by one whenever something changes that searches and exports show.
  stamp bigint not null default 0,
  -- Anybody may read the agreed answers, without a key.
  open boolean not null default false,
  -- Pages of others that may show the answers: origins such as https://www.example.no
  origins text[] not null default '{}',
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id)
);

-- Counts per day and place, of nobody in particular.
create table answer_use (
  organisation_id uuid not null,
  day date not null,
  answer_id uuid not null,
  -- find: an agent's search; widget and api: others' pages and programs.
  place text not null check (place in ('find', 'widget', 'api')),
  act text not null check (act in ('opened', 'copied', 'linked', 'helped', 'notHelped')),
  times integer not null,
  primary key (organisation_id, day, answer_id, place, act)
);

create table answer_search_day (
  organisation_id uuid not null,
  day date not null,
  place text not null check (place in ('find', 'widget', 'api')),
  searches integer not null,
  -- Nothing was found; something was found and nothing of it taken; an answer was used.
  empty integer not null,
  used integer not null,
  primary key (organisation_id, day, place)
);

-- Searches that led to nothing, masked, the same words once.
create table answer_search_miss (
  organisation_id uuid not null,
  -- The masked words, normalised.
  words text not null,
  query text not null,
  kind text not null check (kind in ('empty', 'unused')),
  times integer not null,
  first_on date not null,
  last_on date not null,
  -- An editor has seen to it: by writing an answer, or by leaving it on purpose.
  settled_at timestamptz,
  settled_by uuid,
  answer_id uuid,
  primary key (organisation_id, words)
);

alter table answer
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, owner_id) references person (organisation_id, person_id),
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table answer_revision
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table answer_version
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id);
alter table answer_version_edit
  add foreign key (organisation_id, answer_id, channel, language)
    references answer_version (organisation_id, answer_id, channel, language);
alter table answer_comment
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table answer_sign_off
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table answer_event
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table answer_channel_owner
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table answer_use
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id);
alter table answer_search_miss
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id);
