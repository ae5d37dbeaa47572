-- The same table with two states and three columns more: why it is paused, and how far its filling is. fill_end is the
-- last subscriber that a filling will look at, filled_to the last that it has looked at.
create table edition_by_hand (
  id               ${id},
  newsletter       text    not null,
  number           integer not null,
  cadence          text    not null,
  slot             bigint  not null,
  state            text    not null check (state in ('COMPOSED', 'RENDERED', 'FILLING', 'FILLED', 'PAUSED', 'CANCELLED')),
  paused_because   text,
  composed_at      bigint  not null,
  window_from      bigint,
  waiting          integer not null,
  shelf_end        bigint  not null, -- the youngest article that there was to choose from
  template         text    not null,
  template_text    text references template_text (digest),
  style            text    not null default '{}',
  note             text,
  fields           text    not null default '[]',
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
  filled_to        bigint,
  fill_end         bigint,
  audience         bigint,
  unique (newsletter, cadence, slot),
  unique (newsletter, number),
  check ((state in ('COMPOSED', 'RENDERED')) = (audience is null)),
  check ((state = 'PAUSED') = (paused_because is not null)),
  check ((state = 'FILLING') = (fill_end is not null)),
  check ((filled_to is null) = (fill_end is null))
);

insert into edition_by_hand (id, newsletter, number, cadence, slot, state, paused_because, composed_at, window_from,
  waiting, shelf_end, template, template_text, style, note, fields, name, from_name, from_address, reply_to_name,
  reply_to_address, language, zone, postal_address, web, hold_until, in_doubt, wave_end, audience)
select id, newsletter, number, cadence, slot, state, case state when 'PAUSED' then 'a person asked' end, composed_at,
  window_from, waiting, shelf_end, template, template_text, style, note, fields, name, from_name, from_address,
  reply_to_name, reply_to_address, language, zone, postal_address, web, hold_until, in_doubt, wave_end, audience
from edition
order by id;

drop table edition;
alter table edition_by_hand rename to edition;

-- The same table with one reason more and when the last attempt ended: null when there was none, and for attempts of
-- earlier releases.
create table dispatch_answered (
  id          ${id},
  edition     bigint  not null references edition (id),
  subscriber  bigint  not null references subscriber (id),
  state       text    not null check (state in ('PENDING', 'CLAIMED', 'HANDING_OVER', 'ACCEPTED', 'REJECTED',
                                                'DEFERRED', 'EXPIRED', 'IN_DOUBT', 'HELD', 'SUPPRESSED')),
  reason      text             check (reason in ('LEFT', 'SUPPRESSED', 'CANCELLED', 'CANNOT_BE_RENDERED',
                                                 'BAD_ADDRESS', 'NEEDS_SMTPUTF8', 'TOO_LARGE', 'NO_TOPIC')),
  not_before  bigint,
  epoch       bigint,
  attempts    integer not null,
  words       text    not null,
  answered_at bigint,
  unique (edition, subscriber),
  check ((state = 'SUPPRESSED') = (reason is not null)),
  check ((state in ('PENDING', 'DEFERRED', 'IN_DOUBT')) = (not_before is not null)),
  check ((state in ('CLAIMED', 'HANDING_OVER')) = (epoch is not null))
);

insert into dispatch_answered (id, edition, subscriber, state, reason, not_before, epoch, attempts, words)
select id, edition, subscriber, state, reason, not_before, epoch, attempts, words
from dispatch
order by id;

drop table dispatch;
alter table dispatch_answered rename to dispatch;
create index dispatch_due on dispatch (edition, not_before, id) where not_before is not null;
create index dispatch_claimed on dispatch (epoch) where epoch is not null;
create index dispatch_tally on dispatch (edition, state, reason);
