-- What editors decided about the coming edition of a cadence, until it is composed. An article may be named here before it
-- is kept. place is its place in the order, from 0; gazette.edition.Plan says what the others mean.
create table plan (
  newsletter text not null,
  cadence    text not null,
  note       text,
  primary key (newsletter, cadence)
) ${clustered};

create table plan_article (
  newsletter text    not null,
  cadence    text    not null,
  source     text    not null,
  name       text    not null,
  place      integer,
  is_out     boolean not null,
  is_in      boolean not null,
  form       text    check (form in ('LONG', 'SHORT', 'BRIEF')),
  primary key (newsletter, cadence, source, name),
  unique (newsletter, cadence, place),
  foreign key (newsletter, cadence) references plan (newsletter, cadence)
) ${clustered};

-- Articles that an editor left out of an edition: no candidates of its cadence until an editor puts them back.
create table left_out (
  newsletter text   not null,
  cadence    text   not null,
  article    bigint not null references article (id),
  edition    bigint not null references edition (id),
  primary key (newsletter, cadence, article)
) ${clustered};
create index left_out_article on left_out (article);
create index left_out_edition on left_out (edition);

-- The same table; an article is in a cadence again, with words that one of its editions had, when an editor put it back.
create table edition_article_again (
  edition     bigint  not null references edition (id),
  place       integer not null,
  newsletter  text    not null,
  cadence     text    not null,
  article     bigint  not null references article (id),
  revision    bigint  not null references revision (id),
  topics      text    not null,
  is_update   boolean not null,
  is_put_back boolean not null default false,
  section     text    not null default '',
  form        text    not null default 'LONG' check (form in ('LONG', 'SHORT', 'BRIEF')),
  primary key (edition, place)
) ${clustered};

insert into edition_article_again (edition, place, newsletter, cadence, article, revision, topics, is_update, section, form)
select edition, place, newsletter, cadence, article, revision, topics, is_update, section, form
from edition_article;

drop table edition_article;
alter table edition_article_again rename to edition_article;
create unique index edition_article_once on edition_article (newsletter, cadence, article)
  where not is_update and not is_put_back;
create unique index edition_article_words on edition_article (newsletter, cadence, revision) where not is_put_back;
create unique index edition_article_put_back on edition_article (edition, article) where is_put_back;
create index edition_article_told on edition_article (newsletter, cadence, article);
create index edition_article_revision on edition_article (revision);
create index edition_article_article on edition_article (article);

-- A reader is found by the beginning of their name.
create index subscription_name on subscription (newsletter, lower(name)) where name <> '';
