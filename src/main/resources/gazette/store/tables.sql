-- The tables as the migrations leave them: what a store that has no past begins with, and where to read what there is. A
-- test compares the two. Why a table is as it is stands in the migration that made it so.

create table picture (
  digest text not null primary key,
  octets bytea not null
);

create table article (
  id integer primary key autoincrement,
  source text not null,
  name text not null,
  picked_up_at bigint not null,
  name_key text,
  address_key text,
  held_back boolean not null default false,
  unique (source, name)
);
create index article_name_key on article (source, name_key) where name_key is not null;
create index article_address_key on article (source, address_key) where address_key is not null;

create table revision (
  id integer primary key autoincrement,
  article bigint not null references article (id),
  fingerprint text not null,
  replaced_at bigint,
  language text not null,
  headline text,
  byline text not null,
  credits text not null,
  topics text not null,
  address text,
  published_at bigint,
  published_date text,
  published_time text,
  published_zone text,
  picture text references picture (digest),
  media_type text,
  width integer,
  height integer,
  alt text,
  body text not null default '[]',
  summary text not null default '',
  categories text not null default '[]',
  picture_address text
);
create unique index revision_current on revision (article) where replaced_at is null;
create index revision_fingerprint on revision (fingerprint);

create table subscriber (
  id integer primary key autoincrement,
  address text not null unique,
  domain text not null
);

create table subscription (
  newsletter text not null,
  subscriber bigint not null references subscriber (id),
  state text not null check (state in ('PENDING', 'CONFIRMED', 'ENDED')),
  ended_by text check (ended_by in ('LIST', 'READER', 'OPERATOR')),
  cadence text not null,
  name text not null,
  language text not null,
  topics text not null,
  since text not null,
  fields text not null,
  source text not null,
  listed boolean not null,
  changed_at bigint not null,
  primary key (newsletter, subscriber),
  check ((state = 'ENDED') = (ended_by is not null))
) without rowid;
create index subscription_name on subscription (newsletter, lower(name)) where name <> '';

create table suppression (
  address text not null primary key,
  reason text not null,
  source text not null,
  at bigint not null
) without rowid;

create table list (
  newsletter text not null primary key,
  source text not null,
  version text not null,
  default_cadence text not null,
  taken_at bigint not null
) without rowid;

create table skip (
  newsletter text not null,
  cadence text not null,
  slot bigint not null,
  reason text not null,
  primary key (newsletter, cadence, slot)
) without rowid;
create index skip_slot on skip (slot);

create table worker (
  epoch integer primary key autoincrement,
  lease_until bigint not null
);

create table source (
  key text not null primary key,
  title text not null,
  moved text,
  etag text,
  last_modified text,
  last_try bigint,
  last_success bigint,
  last_new bigint,
  next_try bigint,
  left_alone_until bigint,
  failures integer not null,
  error text not null,
  is_gone boolean not null
) without rowid;

create table alias (
  source text not null,
  name text not null,
  article bigint not null references article (id),
  primary key (source, name)
) without rowid;

create table edition_copy (
  edition bigint not null references edition (id),
  story integer not null,
  newsletter text not null,
  cadence text not null,
  article bigint not null references article (id),
  place integer,
  name text not null,
  address text,
  too_late text,
  primary key (edition, story, article),
  unique (newsletter, cadence, article),
  foreign key (edition, story) references edition_article (edition, place)
) without rowid;
create index edition_copy_article on edition_copy (article);

create table template_text (
  digest text not null primary key,
  name text not null,
  files text not null
) without rowid;

create table illustration (
  edition bigint not null references edition (id),
  key text not null,
  shown text,
  problem text not null,
  primary key (edition, key)
) without rowid;

create table variant (
  edition bigint not null references edition (id),
  place integer not null,
  language text not null,
  stories text not null,
  format text not null check (format in ('HTML', 'TEXT')),
  absent text not null,
  subject text not null,
  html text,
  plain text not null,
  logic text not null,
  primary key (edition, place)
);

create table inline (
  edition bigint not null references edition (id),
  variant integer not null,
  place integer not null,
  content_id text not null,
  picture text not null references picture (digest),
  media_type text not null,
  width integer not null,
  height integer not null,
  alt text not null,
  primary key (edition, variant, place),
  foreign key (edition, variant) references "variant" (edition, place)
) without rowid;

create table edition (
  id integer primary key autoincrement,
  newsletter text not null,
  number integer not null,
  cadence text not null,
  slot bigint not null,
  state text not null check (state in ('COMPOSED', 'RENDERED', 'FILLING', 'FILLED', 'PAUSED', 'CANCELLED')),
  paused_because text,
  composed_at bigint not null,
  window_from bigint,
  waiting integer not null,
  shelf_end bigint not null,
  template text not null,
  template_text text references template_text (digest),
  style text not null default '{}',
  note text,
  fields text not null default '[]',
  name text not null,
  from_name text not null,
  from_address text not null,
  reply_to_name text,
  reply_to_address text,
  language text not null,
  zone text not null,
  postal_address text not null,
  web text not null,
  hold_until bigint not null,
  in_doubt text not null check (in_doubt in ('RETRY', 'HOLD')),
  wave_end bigint,
  filled_to bigint,
  fill_end bigint,
  audience bigint,
  touched integer not null default 0,
  unique (newsletter, cadence, slot),
  unique (newsletter, number),
  check ((state in ('COMPOSED', 'RENDERED')) = (audience is null)),
  check ((state = 'PAUSED') = (paused_because is not null)),
  check ((state = 'FILLING') = (fill_end is not null)),
  check ((filled_to is null) = (fill_end is null))
);

create table pace (
  account text not null,
  domain text not null,
  per_second double precision not null,
  slowed_at bigint not null,
  primary key (account, domain)
) without rowid;

create table warm_up (
  account text not null,
  day text not null,
  used integer not null,
  primary key (account, day)
) without rowid;

create table dispatch (
  id integer primary key autoincrement,
  edition bigint not null references edition (id),
  subscriber bigint not null references subscriber (id),
  state text not null,
  reason text,
  not_before bigint,
  epoch bigint,
  attempts integer not null,
  words text not null,
  answered_at bigint,
  unique (edition, subscriber),
  check (case state
    when 'PENDING' then reason is null and not_before is not null and epoch is null
    when 'CLAIMED' then reason is null and not_before is null and epoch is not null
    when 'HANDING_OVER' then reason is null and not_before is null and epoch is not null
    when 'ACCEPTED' then reason is null and not_before is null and epoch is null
    when 'DEFERRED' then reason is null and not_before is not null and epoch is null
    when 'IN_DOUBT' then reason is null and not_before is not null and epoch is null
    when 'REJECTED' then reason is null and not_before is null and epoch is null
    when 'EXPIRED' then reason is null and not_before is null and epoch is null
    when 'HELD' then reason is null and not_before is null and epoch is null
    when 'SUPPRESSED' then reason is not null and not_before is null and epoch is null
    else false end),
  check (reason is null
    or reason in ('LEFT', 'SUPPRESSED', 'CANCELLED', 'CANNOT_BE_RENDERED', 'BAD_ADDRESS', 'NEEDS_SMTPUTF8', 'TOO_LARGE',
                  'NO_TOPIC'))
);
create index dispatch_due on dispatch (edition, not_before, state) where not_before is not null;
create index dispatch_claimed on dispatch (epoch) where epoch is not null;
create index dispatch_ended on dispatch (edition, state, reason, not_before, epoch)
  where not_before is null and epoch is null;

create table plan (
  newsletter text not null,
  cadence text not null,
  note text,
  primary key (newsletter, cadence)
) without rowid;

create table plan_article (
  newsletter text not null,
  cadence text not null,
  source text not null,
  name text not null,
  place integer,
  is_out boolean not null,
  is_in boolean not null,
  form text check (form in ('LONG', 'SHORT', 'BRIEF')),
  primary key (newsletter, cadence, source, name),
  unique (newsletter, cadence, place),
  foreign key (newsletter, cadence) references plan (newsletter, cadence)
) without rowid;

create table left_out (
  newsletter text not null,
  cadence text not null,
  article bigint not null references article (id),
  edition bigint not null references edition (id),
  primary key (newsletter, cadence, article)
) without rowid;
create index left_out_article on left_out (article);
create index left_out_edition on left_out (edition);

create table edition_article (
  edition bigint not null references edition (id),
  place integer not null,
  newsletter text not null,
  cadence text not null,
  article bigint not null references article (id),
  revision bigint not null references revision (id),
  topics text not null,
  is_update boolean not null,
  is_put_back boolean not null default false,
  section text not null default '',
  form text not null default 'LONG' check (form in ('LONG', 'SHORT', 'BRIEF')),
  primary key (edition, place)
) without rowid;
create unique index edition_article_once on edition_article (newsletter, cadence, article)
  where not is_update and not is_put_back;
create unique index edition_article_words on edition_article (newsletter, cadence, revision) where not is_put_back;
create unique index edition_article_put_back on edition_article (edition, article) where is_put_back;
create index edition_article_told on edition_article (newsletter, cadence, article);
create index edition_article_revision on edition_article (revision);
create index edition_article_article on edition_article (article);

create table deed (
  id integer primary key autoincrement,
  edition bigint not null references edition (id),
  at bigint not null,
  kind text not null check (kind in ('SENT_DESPITE_ERRORS', 'PAUSED', 'RESUMED', 'CANCELLED')),
  words text not null
);
create index deed_edition on deed (edition);
