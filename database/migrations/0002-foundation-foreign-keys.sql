-- Foreign keys in a step after the tables, so that a distributed database can place the tables first.

alter table person add foreign key (organisation_id) references organisation (organisation_id);
alter table invitation add foreign key (organisation_id) references organisation (organisation_id);
alter table invitation add foreign key (organisation_id, invited_by) references person (organisation_id, person_id);
alter table audit_entry add foreign key (organisation_id) references organisation (organisation_id);
alter table idempotency_key add foreign key (organisation_id) references organisation (organisation_id);
