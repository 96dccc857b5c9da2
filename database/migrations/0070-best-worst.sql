-- Asked by the most and the least important of a few at a time: how many stand together, and how often one is asked.

alter table expectation_survey drop constraint expectation_survey_mode_check;
alter table expectation_survey
  add constraint expectation_survey_mode_check check (mode in ('rank', 'rate', 'bestWorst')),
  add column set_size integer not null default 4 check (set_size between 3 and 5),
  add column set_count integer not null default 11 check (set_count between 1 and 20),
  -- Drawn when the survey is opened: for each version of the questionnaire its sets of items.
  add column choice_sets jsonb;
