-- An observer's page knows a contact by its own id only, whatever the edition.
create unique index contact_by_id on contact (organisation_id, contact_id);
