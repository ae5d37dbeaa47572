-- A story of an edition, as it was composed. An article is in one edition of a cadence, and in a later one again only
-- as an update, with words that no edition of the cadence had.
create table edition_story (
  edition    bigint  not null references edition (id),
  place      integer not null,
  newsletter text    not null,
  cadence    text    not null,
  article    bigint  not null references article (id),
  revision   bigint  not null references revision (id),
  topics     text    not null,
  is_update  boolean not null,
  primary key (edition, place),
  unique (newsletter, cadence, revision)
) ${clustered};

insert into edition_story (edition, place, newsletter, cadence, article, revision, topics, is_update)
select e.edition, e.place, e.newsletter, e.cadence, e.article, e.revision, r.topics, false
from edition_article e
join revision r on r.id = e.revision;

drop table edition_article;
alter table edition_story rename to edition_article;
create unique index edition_article_once on edition_article (newsletter, cadence, article) where not is_update;
create index edition_article_revision on edition_article (revision);
create index edition_article_article on edition_article (article);

-- An article that tells the same as a story of an edition. It is no candidate of the cadence any more.
-- place is its place among those that readers see beside the story; null when they do not see it. too_late says why it
-- is no candidate when it came after the edition.
create table edition_copy (
  edition    bigint  not null references edition (id),
  story      integer not null,
  newsletter text    not null,
  cadence    text    not null,
  article    bigint  not null references article (id),
  place      integer,
  name       text    not null,
  address    text,
  too_late   text,
  primary key (edition, story, article),
  unique (newsletter, cadence, article),
  foreign key (edition, story) references edition_article (edition, place)
) ${clustered};
create index edition_copy_article on edition_copy (article);
