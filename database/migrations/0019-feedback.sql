-- Feedback on the programme itself, and what the next edition must settle.

-- The open link that a participant hands to its agents; only the hash of its secret is kept.
create table feedback_link (
  organisation_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organisation_id, edition_id, participant_id),
  unique (organisation_id, token_hash)
);

create table feedback (
  organisation_id uuid not null,
  edition_id uuid not null,
  feedback_id uuid not null,
  source text not null check (source in ('participant', 'observer', 'link')),
  -- Whom it came through; an observer speaks for nobody.
  participant_id uuid,
  -- The signed-in sender; nobody for the open link.
  person_id uuid,
  topic text not null check (topic in ('questions', 'scenarios', 'channels', 'timing', 'reports', 'fairness', 'other')),
  text text not null,
  wants_reply boolean not null,
  -- Where a reply is sent; erased when the feedback is closed.
  reply_address text,
  language text not null check (language in ('nb', 'nn', 'en')),
  -- Lets the sender of the open link read the answer; only the hash is kept.
  receipt_hash text,
  received_at timestamptz not null,
  state text not null check (state in ('received', 'answered', 'carried', 'closed')),
  primary key (organisation_id, edition_id, feedback_id),
  unique (organisation_id, receipt_hash)
);
create index feedback_by_person on feedback (organisation_id, person_id);

-- Append-only: replies, and why it was carried over or closed.
create table feedback_event (
  organisation_id uuid not null,
  edition_id uuid not null,
  feedback_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('reply', 'carried', 'closed')),
  text text not null,
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, edition_id, feedback_id, event_id)
);

-- What the next edition must settle before its method is frozen. Open ones follow into every copy.
create table preparation_item (
  organisation_id uuid not null,
  -- Where it came up.
  edition_id uuid not null,
  item_id uuid not null,
  title text not null,
  detail text not null,
  source text not null check (source in ('feedback', 'appeal', 'expectations', 'quality', 'own')),
  -- The feedback, appeal or finding behind it, where there is one.
  source_id text,
  owner_id uuid,
  due_on date,
  state text not null check (state in ('open', 'done', 'dropped')),
  reason text,
  -- The edition in whose list it was settled.
  settled_in uuid,
  settled_at timestamptz,
  settled_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, edition_id, item_id),
  unique (organisation_id, item_id)
);

alter table feedback_link add foreign key (organisation_id, edition_id, participant_id)
  references participant (organisation_id, edition_id, participant_id) on delete cascade;
alter table feedback
  add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id) on delete cascade,
  add foreign key (organisation_id, edition_id, participant_id)
    references participant (organisation_id, edition_id, participant_id) on delete cascade,
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table feedback_event add foreign key (organisation_id, edition_id, feedback_id)
  references feedback (organisation_id, edition_id, feedback_id) on delete cascade;
alter table preparation_item
  add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id) on delete cascade,
  add foreign key (organisation_id, owner_id) references person (organisation_id, person_id);
