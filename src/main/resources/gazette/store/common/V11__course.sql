-- What was done to an edition, when, and what whoever did it said of it; see gazette.edition.Deed.
create table deed (
  id      ${id},
  edition bigint not null references edition (id),
  at      bigint not null,
  kind    text   not null check (kind in ('SENT_DESPITE_ERRORS', 'PAUSED', 'RESUMED', 'CANCELLED')),
  words   text   not null
);
create index deed_edition on deed (edition);
