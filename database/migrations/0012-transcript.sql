-- What was written on both sides of an e-mail, a chat or a thread, as the observer pasted it.
alter table draft add column transcript text;
alter table submission add column transcript text;
