-- What servers taught us of paces: so many messages a second were too many. An empty domain is the account as a whole.
create table pace (
  account    text   not null,
  domain     text   not null,
  per_second double precision not null,
  slowed_at  bigint not null,
  primary key (account, domain)
) ${clustered};

-- How much of an account's day of warm-up is used, the day as 2026-12-01.
create table warm_up (
  account text    not null,
  day     text    not null,
  used    integer not null,
  primary key (account, day)
) ${clustered};
