-- Instants are milliseconds since 1970-01-01T00:00:00Z. A state is the name of its enum.
-- ${id} and ${clustered} are the two words in which the databases differ; see Sqlite.

create table picture (
  digest text  not null primary key,
  octets bytea not null
);

create table article (
  id           ${id},
  source       text   not null,
  name         text   not null,
  picked_up_at bigint not null,
  unique (source, name)
);

-- The words of an article at one time. An edition keeps the revision that it was composed with.
create table revision (
  id             ${id},
  article        bigint not null references article (id),
  fingerprint    text   not null,
  replaced_at    bigint,
  language       text   not null,
  headline       text,
  byline         text   not null,
  credits        text   not null,
  topics         text   not null,
  address        text,
  published_at   bigint,
  published_date text,
  published_time text,
  published_zone text,
  picture        text references picture (digest),
  media_type     text,
  width          integer,
  height         integer,
  alt            text
);
create unique index revision_current on revision (article) where replaced_at is null;
create index revision_fingerprint on revision (fingerprint);

create table block (
  revision bigint  not null references revision (id),
  place    integer not null,
  kind     text    not null check (kind in ('PARAGRAPH', 'INTERTITLE')),
  words    text    not null,
  primary key (revision, place)
) ${clustered};

create table subscriber (
  id      ${id},
  address text not null unique,
  domain  text not null
);

-- What a reader is called and wants is the newsletter's own list's to say: two lists may differ.
create table subscription (
  newsletter text    not null,
  subscriber bigint  not null references subscriber (id),
  state      text    not null check (state in ('PENDING', 'CONFIRMED', 'ENDED')),
  ended_by   text             check (ended_by in ('LIST', 'READER', 'OPERATOR')),
  cadence    text    not null,
  name       text    not null,
  language   text    not null,
  topics     text    not null,
  since      text    not null,
  fields     text    not null,
  source     text    not null,
  listed     boolean not null,
  changed_at bigint  not null,
  primary key (newsletter, subscriber),
  check ((state = 'ENDED') = (ended_by is not null))
) ${clustered};

create table suppression (
  address text   not null primary key,
  reason  text   not null,
  source  text   not null,
  at      bigint not null
) ${clustered};

-- The operator's list of a newsletter as it was last taken over.
create table list (
  newsletter      text   not null primary key,
  source          text   not null,
  version         text   not null,
  default_cadence text   not null,
  taken_at        bigint not null
) ${clustered};

create table edition (
  id               ${id},
  newsletter       text    not null,
  number           integer not null,
  cadence          text    not null,
  slot             bigint  not null,
  state            text    not null check (state in ('COMPOSED', 'RENDERED', 'FILLED', 'PAUSED')),
  composed_at      bigint  not null,
  window_from      bigint,
  waiting          integer not null,
  shelf_end        bigint  not null, -- the youngest article that there was to choose from
  template         text    not null,
  name             text    not null,
  from_name        text    not null,
  from_address     text    not null,
  reply_to_name    text,
  reply_to_address text,
  language         text    not null,
  zone             text    not null,
  postal_address   text    not null,
  web              text    not null,
  hold_until       bigint  not null,
  in_doubt         text    not null check (in_doubt in ('RETRY', 'HOLD')),
  wave_end         bigint,
  audience         bigint,
  unique (newsletter, cadence, slot),
  unique (newsletter, number),
  check ((state in ('FILLED', 'PAUSED')) = (audience is not null))
);

create table edition_article (
  edition    bigint  not null references edition (id),
  place      integer not null,
  newsletter text    not null,
  cadence    text    not null,
  article    bigint  not null references article (id),
  revision   bigint  not null references revision (id),
  primary key (edition, place),
  unique (newsletter, cadence, article)
) ${clustered};
create index edition_article_revision on edition_article (revision);
create index edition_article_article on edition_article (article);

create table variant (
  edition  bigint  not null references edition (id),
  place    integer not null,
  language text    not null,
  subject  text    not null,
  html     text    not null,
  plain    text    not null,
  primary key (edition, place)
);

create table inline (
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
  foreign key (edition, variant) references variant (edition, place)
) ${clustered};

create table skip (
  newsletter text   not null,
  cadence    text   not null,
  slot       bigint not null,
  reason     text   not null,
  primary key (newsletter, cadence, slot)
) ${clustered};
create index skip_slot on skip (slot);

create table worker (
  epoch       ${id},
  lease_until bigint not null
);

-- not_before is there for as long as a worker may claim the row; 0 says that it was never tried or was given back.
-- epoch is there for as long as a worker has it.
create table dispatch (
  id         ${id},
  edition    bigint  not null references edition (id),
  subscriber bigint  not null references subscriber (id),
  state      text    not null check (state in ('PENDING', 'CLAIMED', 'HANDING_OVER', 'ACCEPTED', 'REJECTED',
                                               'DEFERRED', 'EXPIRED', 'IN_DOUBT', 'HELD', 'SUPPRESSED')),
  reason     text             check (reason in ('LEFT', 'SUPPRESSED', 'CANCELLED', 'CANNOT_BE_RENDERED',
                                                'BAD_ADDRESS', 'NEEDS_SMTPUTF8')),
  not_before bigint,
  epoch      bigint,
  attempts   integer not null,
  words      text    not null,
  unique (edition, subscriber),
  check ((state = 'SUPPRESSED') = (reason is not null)),
  check ((state in ('PENDING', 'DEFERRED', 'IN_DOUBT')) = (not_before is not null)),
  check ((state in ('CLAIMED', 'HANDING_OVER')) = (epoch is not null))
);
create index dispatch_due on dispatch (edition, not_before, id) where not_before is not null;
create index dispatch_claimed on dispatch (epoch) where epoch is not null;
create index dispatch_tally on dispatch (edition, state, reason);
