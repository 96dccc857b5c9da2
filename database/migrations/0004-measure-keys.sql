-- Foreign keys of Measure. Each begins with organisation_id, so that no row can point into another organisation.

alter table edition_revision add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table participant add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table competitor_choice
  add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id),
  add foreign key (organisation_id, edition_id, competitor_id) references participant (organisation_id, edition_id, participant_id);
alter table participant_person add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id);
alter table channel_check add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id);
alter table observer_customer_of add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table observer_absence add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table plan add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table contact
  add foreign key (organisation_id, edition_id, participant_id) references participant (organisation_id, edition_id, participant_id),
  add foreign key (organisation_id, observer_id) references observer (organisation_id, observer_id);
alter table contact_event add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table draft add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table submission add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table submission_score add foreign key (organisation_id, edition_id, contact_id) references contact (organisation_id, edition_id, contact_id);
alter table edition_result add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
alter table fieldwork_pause add foreign key (organisation_id, edition_id) references edition (organisation_id, edition_id);
