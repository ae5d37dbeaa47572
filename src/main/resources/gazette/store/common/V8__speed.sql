-- The same table; what goes with each state is one check, which stops at the state it finds. An edition is counted by
-- two indexes that cost less to keep: a dispatch is in one while it waits and in the other when it has ended, and on the
-- way between them it is in neither. The few on that way are found by dispatch_claimed.
create table dispatch_by_state (
  id          ${id},
  edition     bigint  not null references edition (id),
  subscriber  bigint  not null references subscriber (id),
  state       text    not null,
  reason      text,
  not_before  bigint,
  epoch       bigint,
  attempts    integer not null,
  words       text    not null,
  answered_at bigint,
  unique (edition, subscriber),
  check (case state
    when 'PENDING'      then reason is null and not_before is not null and epoch is null
    when 'CLAIMED'      then reason is null and not_before is null and epoch is not null
    when 'HANDING_OVER' then reason is null and not_before is null and epoch is not null
    when 'ACCEPTED'     then reason is null and not_before is null and epoch is null
    when 'DEFERRED'     then reason is null and not_before is not null and epoch is null
    when 'IN_DOUBT'     then reason is null and not_before is not null and epoch is null
    when 'REJECTED'     then reason is null and not_before is null and epoch is null
    when 'EXPIRED'      then reason is null and not_before is null and epoch is null
    when 'HELD'         then reason is null and not_before is null and epoch is null
    when 'SUPPRESSED'   then reason is not null and not_before is null and epoch is null
    else false end),
  check (reason is null
    or reason in ('LEFT', 'SUPPRESSED', 'CANCELLED', 'CANNOT_BE_RENDERED', 'BAD_ADDRESS', 'NEEDS_SMTPUTF8', 'TOO_LARGE',
                  'NO_TOPIC'))
);

insert into dispatch_by_state (id, edition, subscriber, state, reason, not_before, epoch, attempts, words, answered_at)
select id, edition, subscriber, state, reason, not_before, epoch, attempts, words, answered_at
from dispatch
order by id;

drop table dispatch;
alter table dispatch_by_state rename to dispatch;
create index dispatch_due on dispatch (edition, not_before, state) where not_before is not null;
create index dispatch_claimed on dispatch (epoch) where epoch is not null;
create index dispatch_ended on dispatch (edition, state, reason, not_before, epoch)
  where not_before is null and epoch is null;
