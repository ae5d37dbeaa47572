-- What an edition looks like is frozen with it: its newsletter's style, and the editor's note. gazette.store.StyleText
-- and gazette.store.NoteText say what is in them.
alter table edition add column style text not null default '{}';
alter table edition add column note text;

alter table edition_article add column section text not null default '';
alter table edition_article add column form text not null default 'LONG' check (form in ('LONG', 'SHORT', 'BRIEF'));

-- The files of a template as JSON, by the digest of name and files: editions mostly share them.
create table template_text (
  digest text not null primary key,
  name   text not null,
  files  text not null
) ${clustered};

-- Null before an edition is rendered, and for those that were rendered when templates were not kept.
alter table edition add column template_text text references template_text (digest);
alter table edition add column fields text not null default '[]';

-- What became of each picture of an edition that is not shown as it was written. shown is null when it was left out.
create table illustration (
  edition bigint not null references edition (id),
  key     text   not null,
  shown   text,
  problem text   not null,
  primary key (edition, key)
) ${clustered};

-- stories are the places of those that it has, absent the fields that its readers have nothing in: JSON, both.
create table variant_by_key (
  edition  bigint  not null references edition (id),
  place    integer not null,
  language text    not null,
  stories  text    not null,
  format   text    not null check (format in ('HTML', 'TEXT')),
  absent   text    not null,
  subject  text    not null,
  html     text,
  plain    text    not null,
  logic    text    not null,
  primary key (edition, place)
);

create table inline_by_key (
  edition    bigint  not null references edition (id),
  variant    integer not null,
  place      integer not null,
  content_id text    not null,
  picture    text    not null references picture (digest),
  media_type text    not null,
  width      integer not null,
  height     integer not null,
  alt        text    not null,
  primary key (edition, variant, place),
  foreign key (edition, variant) references variant_by_key (edition, place)
) ${clustered};

-- Up to now there was one variant, with all stories, and the marker of a field did not say how its values are written.
insert into variant_by_key (edition, place, language, stories, format, absent, subject, html, plain, logic)
select v.edition, v.place, v.language,
  (select '[' || string_agg(s.place, ',' order by s.place) || ']' from edition_article s where s.edition = v.edition),
  'HTML', '[]',
  replace(v.subject, '${field}', '${field}t:'),
  replace(v.html, '${field}', '${field}h:'),
  replace(v.plain, '${field}', '${field}t:'),
  '[]'
from variant v;

insert into inline_by_key (edition, variant, place, content_id, picture, media_type, width, height, alt)
select edition, variant, place, content_id, picture, media_type, width, height, alt
from inline;

drop table inline;
drop table variant;
alter table variant_by_key rename to variant;
alter table inline_by_key rename to inline;

-- The same table with one reason more.
create table dispatch_by_topic (
  id         ${id},
  edition    bigint  not null references edition (id),
  subscriber bigint  not null references subscriber (id),
  state      text    not null check (state in ('PENDING', 'CLAIMED', 'HANDING_OVER', 'ACCEPTED', 'REJECTED',
                                               'DEFERRED', 'EXPIRED', 'IN_DOUBT', 'HELD', 'SUPPRESSED')),
  reason     text             check (reason in ('LEFT', 'SUPPRESSED', 'CANCELLED', 'CANNOT_BE_RENDERED',
                                                'BAD_ADDRESS', 'NEEDS_SMTPUTF8', 'NO_TOPIC')),
  not_before bigint,
  epoch      bigint,
  attempts   integer not null,
  words      text    not null,
  unique (edition, subscriber),
  check ((state = 'SUPPRESSED') = (reason is not null)),
  check ((state in ('PENDING', 'DEFERRED', 'IN_DOUBT')) = (not_before is not null)),
  check ((state in ('CLAIMED', 'HANDING_OVER')) = (epoch is not null))
);

insert into dispatch_by_topic (id, edition, subscriber, state, reason, not_before, epoch, attempts, words)
select id, edition, subscriber, state, reason, not_before, epoch, attempts, words
from dispatch
order by id;

drop table dispatch;
alter table dispatch_by_topic rename to dispatch;
create index dispatch_due on dispatch (edition, not_before, id) where not_before is not null;
create index dispatch_claimed on dispatch (epoch) where epoch is not null;
create index dispatch_tally on dispatch (edition, state, reason);
