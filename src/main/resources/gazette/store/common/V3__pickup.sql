-- What is known of a source from the times that it was read. gazette.pickup.Health says what each column means.
create table source (
  key              text    not null primary key,
  title            text    not null,
  moved            text,
  etag             text,
  last_modified    text,
  last_try         bigint,
  last_success     bigint,
  last_new         bigint,
  next_try         bigint,
  left_alone_until bigint,
  failures         integer not null,
  error            text    not null,
  is_gone          boolean not null
) ${clustered};

-- A source that has articles was read before, so its next reading is not its first.
insert into source (key, title, last_try, last_success, last_new, failures, error, is_gone)
select source, '', max(picked_up_at), max(picked_up_at), max(picked_up_at), 0, '', false
from article
group by source;

-- Keys are what two spellings of a web address have in common: of the name, and of the words of now.
alter table article add column name_key text;
alter table article add column address_key text;
-- Known, and in no edition: it was there before its source was first read.
alter table article add column held_back boolean not null default false;
create index article_name_key on article (source, name_key) where name_key is not null;
create index article_address_key on article (source, address_key) where address_key is not null;

-- Other names that an article also came by.
create table alias (
  source  text   not null,
  name    text   not null,
  article bigint not null references article (id),
  primary key (source, name)
) ${clustered};

-- Blocks as JSON: a paragraph is {"p": words}, an intertitle {"h3": words}; gazette.store.BodyText has the others.
alter table revision add column body text not null default '[]';
alter table revision add column summary text not null default '';
alter table revision add column categories text not null default '[]';
alter table revision add column picture_address text;

update revision
set body = (
  select '[' || string_agg(
      case b.kind when 'INTERTITLE' then '{"h3":"' else '{"p":"' end
        || replace(replace(b.words, '\', '\\'), '"', '\"') || '"}',
      ',' order by b.place) || ']'
  from block b
  where b.revision = revision.id)
where exists (select 1 from block b where b.revision = revision.id);

drop table block;
