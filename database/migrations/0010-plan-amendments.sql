-- What re-planning has changed of the season since the method was frozen: pauses, length, and who joined when.
alter table plan add column amendments jsonb not null default '{}';
