-- Bringing enquiries in: uploads, mailboxes, tallies, the secret behind customer keys, and how long texts are kept.

alter table intake_source
  -- The channel of its enquiries where the source itself says none.
  add column channel text check (channel in
    ('phone', 'email', 'chat', 'messenger', 'chatbot', 'social', 'web', 'post', 'inPerson')),
  -- Months after which texts are deleted while counts stay; null keeps them.
  add column retention_months integer check (retention_months between 1 and 120);

alter table intake_batch
  add column upload_id uuid;

alter table enquiry
  -- Sorts the states of one record: whatever order they arrive in, the greatest stays. Never shown.
  add column record_state text collate "C" not null default '',
  -- The text and who asked were deleted, by the clock or on request: no later delivery brings them back.
  add column text_removed_at timestamptz;
create index enquiry_by_source on enquiry (organisation_id, source_id, started_at);
create index enquiry_by_contact on enquiry (organisation_id, source_id, contact_id) where contact_id is not null;

-- A file on its way in. Its parts are sealed with the server's secret and go when it has been read, or after a day.
create table intake_upload (
  organisation_id uuid not null,
  upload_id uuid not null,
  person_id uuid not null,
  file_name text not null,
  size_bytes bigint not null,
  parts integer not null,
  created_at timestamptz not null,
  primary key (organisation_id, upload_id)
);
create index intake_upload_created on intake_upload (created_at);

create table intake_upload_part (
  organisation_id uuid not null,
  upload_id uuid not null,
  part_number integer not null,
  bytes bytea not null,
  primary key (organisation_id, upload_id, part_number)
);

-- With which customers' addresses and numbers become keys: another organisation has another one.
create table intake_secret (
  organisation_id uuid not null,
  customer_secret bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id)
);

-- A folder of a mailbox that is read now and then, and how far it has been read.
create table intake_mailbox (
  organisation_id uuid not null,
  source_id uuid not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text not null,
  -- Sealed with the server's secret.
  password bytea not null,
  folder text not null,
  every_minutes integer not null check (every_minutes between 5 and 1440),
  uid_validity bigint,
  last_uid bigint not null default 0,
  next_fetch_at timestamptz not null,
  last_fetch_at timestamptz,
  last_error text,
  primary key (organisation_id, source_id)
);
create index intake_mailbox_due on intake_mailbox (next_fetch_at);

-- Every press of a button of a tally, under an id that the phone made, so that one sent twice counts once.
create table intake_tally_press (
  organisation_id uuid not null,
  press_id uuid not null,
  source_id uuid not null,
  reason_code text not null,
  pressed_at timestamptz not null,
  person_id uuid not null,
  undone boolean not null default false,
  primary key (organisation_id, press_id)
);
create index intake_tally_press_by_hour on intake_tally_press (organisation_id, source_id, reason_code, pressed_at);

alter table intake_upload
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table intake_upload_part
  add foreign key (organisation_id, upload_id) references intake_upload (organisation_id, upload_id) on delete cascade;
alter table intake_secret
  add foreign key (organisation_id) references organisation (organisation_id);
alter table intake_mailbox
  add foreign key (organisation_id, source_id) references intake_source (organisation_id, source_id);
alter table intake_tally_press
  add foreign key (organisation_id, source_id) references intake_source (organisation_id, source_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table enquiry
  add foreign key (organisation_id, source_id) references intake_source (organisation_id, source_id);
