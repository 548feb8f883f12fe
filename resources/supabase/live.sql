-- SPDX-License-Identifier: GPL-3.0-or-later
-- Run once in the SQL editor of a Supabase project whose tables the desk is to follow. It may be run again.
--
-- Level L0 needs only part 1: the tables are in the realtime publication. Then the desk refetches what it is unsure of.
-- Level L1 adds part 2: a version on each row, so that an old answer can never overwrite a newer row, soft deletes, so that
-- a deletion is seen by whoever was away, and a tick, which proves that changes still flow while nothing changes.
-- Figures of the past need part 3: how each attempt ended, written once. Without it the desk shows no success rate.
-- What is missing is told by `select * from boltdesk_check();` (part 5), which the desk asks at each sign-in.

-- Of its functions each role may call what is granted below. A project grants what is made in it to anon and authenticated by
-- name, so that taking it from public is not enough.

-- ---- 1. The tables are published
-- Those of the business, as contracts and desk name them. One that is not there is left out, and boltdesk_check() says so.
create or replace function public.boltdesk_tables() returns text[] language sql immutable set search_path = '' as $$
  select array['packages', 'customers', 'directories', 'workers', 'jobs', 'directory_submissions']
$$;

create or replace function public.boltdesk_publish(of_table text) returns void language plpgsql set search_path = '' as $$
begin
  if not exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
  if to_regclass('public.' || quote_ident(of_table)) is not null
     and not exists (select from pg_catalog.pg_publication_tables
                     where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = of_table) then
    execute format('alter publication supabase_realtime add table public.%I', of_table);
  end if;
end $$;
revoke execute on function public.boltdesk_publish(text) from public, anon, authenticated;

select public.boltdesk_publish(t) from unnest(public.boltdesk_tables()) t;

-- ---- 2. Versions, soft deletes, tick
create sequence if not exists public.row_version_seq;

-- clock_timestamp(), not now(): now() is when the transaction began, and a row would look older than it is. As its owner:
-- whoever may write a row may take a number for it.
create or replace function public.boltdesk_touch() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  new.version := nextval('public.row_version_seq');
  new.updated_at := case when tg_op = 'UPDATE'
                         then greatest(clock_timestamp(), old.updated_at + interval '1 microsecond')
                         else clock_timestamp() end;
  return new;
end $$;

do $$
declare
  t text;
  other text;
begin
  foreach t in array public.boltdesk_tables() loop
    continue when to_regclass('public.' || quote_ident(t)) is null;
    -- A column of that name with another meaning (the software of a worker) stays what it is; that table works at L0.
    if exists (select from information_schema.columns where table_schema = 'public' and table_name = t
               and column_name = 'version' and data_type <> 'bigint') then
      raise notice 'public.%.version is no bigint: the table is followed at level L0', t;
      continue;
    end if;
    execute format('alter table public.%I add column if not exists version bigint not null default 0', t);
    execute format('alter table public.%I add column if not exists updated_at timestamptz not null default now()', t);
    execute format('alter table public.%I add column if not exists deleted_at timestamptz', t);
    execute format('create index if not exists %I on public.%I (updated_at, id)', t || '_by_update', t);
    -- Ours of before, whatever it was called; a trigger of the project that only has the same name stays.
    for other in select g.tgname from pg_trigger g join pg_proc f on f.oid = g.tgfoid
                 where g.tgrelid = ('public.' || quote_ident(t))::regclass and not g.tgisinternal
                   and (f.proname = 'boltdesk_touch' or (f.proname = 'touch_row' and f.prosrc like '%row_version_seq%')) loop
      execute format('drop trigger %I on public.%I', other, t);
    end loop;
    -- Triggers of a kind run in the order of their names, byte by byte. Ours must be the last: another one that sets
    -- updated_at, or changes the row, has done so by then.
    select max(g.tgname::text collate "C") into other from pg_trigger g
    where g.tgrelid = ('public.' || quote_ident(t))::regclass and not g.tgisinternal and g.tgtype & 3 = 3;
    execute format('create trigger %I before insert or update on public.%I for each row execute function public.boltdesk_touch()',
                   case when other > '~~boltdesk_touch' collate "C" then chr(ascii(other) + 1) || 'boltdesk_touch'
                        else '~~boltdesk_touch' end, t);
    -- Rows from before the trigger get their numbers.
    execute format('update public.%I set version = 0 where version = 0', t);
  end loop;
end $$;

create table if not exists public.sync_tick (name text primary key, n bigint not null, at timestamptz not null);
insert into public.sync_tick values ('main', 0, 'epoch') on conflict do nothing;
alter table public.sync_tick enable row level security;
drop policy if exists sync_tick_read on public.sync_tick;
create policy sync_tick_read on public.sync_tick for select to authenticated using (true);
revoke all on public.sync_tick from anon, authenticated;
grant select on public.sync_tick to authenticated, service_role;
select public.boltdesk_publish('sync_tick');

-- What moves the tick calls this every 15 seconds (part 4).
create or replace function public.boltdesk_tick() returns void language sql security definer set search_path = '' as $$
  update public.sync_tick set n = n + 1, at = clock_timestamp() where name = 'main'
$$;
revoke execute on function public.boltdesk_tick() from public, anon, authenticated;
grant execute on function public.boltdesk_tick() to service_role;

-- ---- 3. How each attempt ended
-- One row per ended attempt or later verdict, written with the change by a trigger and changed by nobody: a later retry adds
-- a row and takes none back. What of a submission is not there under its usual name stays empty here: a figure may miss a
-- column, but the submission itself must always be taken.
create table if not exists public.submission_attempts (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null,
  job_id uuid, customer_id uuid, directory_id uuid, package_type text, directory_tier int,
  attempt int not null default 0,
  worker_id text, started_at timestamptz,
  ended_at timestamptz not null default clock_timestamp(),
  ms int,
  outcome text not null
    check (outcome in ('submitted', 'approved', 'rejected', 'failed', 'failed_for_good', 'needs_verification')),
  code text, step text, predicted real,
  version bigint not null default nextval('public.row_version_seq'),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz
);
create index if not exists submission_attempts_by_update on public.submission_attempts (updated_at, id);
create index if not exists submission_attempts_by_key on public.submission_attempts (id, ended_at);
create index if not exists submission_attempts_by_end on public.submission_attempts (ended_at, id);
create index if not exists submission_attempts_by_submission on public.submission_attempts (submission_id);

create or replace function public.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
drop trigger if exists append_only on public.submission_attempts;
create trigger append_only before update or delete or truncate on public.submission_attempts
  for each statement execute function public.refuse_change();

-- Staff read it; a customer of the portal carries their id in the token.
alter table public.submission_attempts enable row level security;
drop policy if exists submission_attempts_read on public.submission_attempts;
create policy submission_attempts_read on public.submission_attempts for select to authenticated
  using ((auth.jwt() -> 'app_metadata' ->> 'customer_id') is null);
revoke all on public.submission_attempts from anon, authenticated;
grant select on public.submission_attempts to authenticated;
grant select on public.submission_attempts to service_role;

-- Columns are looked up by name in the row as JSON, so that one that is missing is empty and no error. As its owner, for
-- whoever may write a submission need not be allowed to write here.
create or replace function public.add_attempt(s jsonb, outcome text, at timestamptz, code text, ms int, step text,
                                              worker text, nth int)
returns void language plpgsql security definer set search_path = '' as $$
declare
  job jsonb := (select to_jsonb(j) from public.jobs j where j.id::text = s ->> 'submission_queue_id');
  directory jsonb := (select to_jsonb(d) from public.directories d where d.id::text = s ->> 'directory_id');
begin
  insert into public.submission_attempts (submission_id, job_id, customer_id, directory_id, package_type, directory_tier,
                                          attempt, worker_id, ended_at, ms, outcome, code, step, predicted)
  values ((s ->> 'id')::uuid, (s ->> 'submission_queue_id')::uuid, (s ->> 'customer_id')::uuid,
          (s ->> 'directory_id')::uuid, job ->> 'package_type', (directory ->> 'priority_tier')::int, coalesce(nth, 0),
          worker, at, ms, outcome, code, step, (s ->> 'success_probability')::real);
end $$;

create or replace function public.record_attempt() returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  o jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  n jsonb := to_jsonb(new);
  was text := coalesce(o ->> 'status', 'pending');
  now_is text := n ->> 'status';
  at timestamptz := clock_timestamp();
  ms int := case when o -> 'processing_ms' is distinct from n -> 'processing_ms' then (n ->> 'processing_ms')::int end;
  step text := left(n -> 'error_log' -> -1 -> 'details' ->> 'step', 100);
  worker text := coalesce(n ->> 'worker_id', o ->> 'worker_id');
  nth int := (n ->> 'attempt')::int;
  code text := n ->> 'last_error_code';
  gave_up boolean := n ->> 'next_retry_at' is null;
begin
  if now_is in ('submitted', 'approved') and was not in ('submitted', 'approved', 'rejected') then
    perform public.add_attempt(n, 'submitted', at, null, ms, null, worker, nth);
  end if;
  if now_is = 'approved' and was <> 'approved' then
    perform public.add_attempt(n, 'approved', at, null, null, null, null, nth);
  elsif now_is = 'rejected' and was <> 'rejected' then
    perform public.add_attempt(n, 'rejected', at, coalesce(code, 'REJECTED'), null, null, null, nth);
  elsif now_is = 'needs_verification' and was <> 'needs_verification' then
    perform public.add_attempt(n, 'needs_verification', at, code, ms, step, worker, nth);
  elsif now_is = 'failed' and (was <> 'failed' or n -> 'attempt' is distinct from o -> 'attempt'
                               or (gave_up and o ->> 'next_retry_at' is not null)) then
    perform public.add_attempt(n, case when gave_up then 'failed_for_good' else 'failed' end, at, code, ms, step, worker,
                               nth);
  elsif now_is = 'pending' and was = 'submitting' then -- its worker fell silent; the attempt counts
    perform public.add_attempt(n, 'failed', at, coalesce(code, 'TIMEOUT'), null, null, worker, nth);
  end if;
  return null;
end $$;
revoke execute on function public.add_attempt(jsonb, text, timestamptz, text, int, text, text, int) from public, anon, authenticated;

-- The trigger, and, the first time, what error_log and the stamps still tell of the past. In one transaction: what happens
-- meanwhile waits, and is written once.
do $$
declare
  s jsonb;
  e jsonb;
  at timestamptz;
  granted int;
  log jsonb;
  last_one int;
begin
  drop trigger if exists record_attempt on public.directory_submissions;
  create trigger record_attempt after insert or update on public.directory_submissions
    for each row execute function public.record_attempt();
  if exists (select from public.submission_attempts) then
    return;
  end if;
  for s in select to_jsonb(t) from public.directory_submissions t loop
    log := case when jsonb_typeof(s -> 'error_log') = 'array' then s -> 'error_log' else '[]' end;
    last_one := jsonb_array_length(log) - 1;
    granted := coalesce((select (to_jsonb(p) ->> 'max_attempts')::int from public.packages p, public.jobs j
                         where j.id::text = s ->> 'submission_queue_id' and p.id = to_jsonb(j) ->> 'package_type'),
                        (s ->> 'max_attempts')::int);
    for i in 0 .. last_one loop
      e := log -> i;
      begin
        at := (e ->> 'at')::timestamptz;
      exception when others then -- somebody's text
        at := null;
      end;
      continue when at is null;
      perform public.add_attempt(
        s,
        case when e ->> 'code' = 'REJECTED' and (s ->> 'submitted_at')::timestamptz <= at then 'rejected'
             when e ->> 'code' in ('CAPTCHA', 'LOGIN_REQUIRED', 'EMAIL_VERIFICATION', 'PHONE_VERIFICATION')
               then 'needs_verification'
             when e ->> 'code' not in ('TIMEOUT', 'NAVIGATION', 'SITE_DOWN', 'RATE_LIMITED')
               or (e ->> 'attempt')::numeric >= granted
               or (i = last_one and s ->> 'status' = 'failed' and s ->> 'next_retry_at' is null)
               then 'failed_for_good'
             else 'failed' end,
        at, e ->> 'code', null, left(e -> 'details' ->> 'step', 100), null,
        coalesce((e ->> 'attempt')::numeric, (s ->> 'attempt')::numeric)::int);
    end loop;
    if s ->> 'submitted_at' is not null then
      perform public.add_attempt(s, 'submitted', (s ->> 'submitted_at')::timestamptz, null, (s ->> 'processing_ms')::int,
                                 null, null, (s ->> 'attempt')::int);
    end if;
    if s ->> 'approved_at' is not null then
      perform public.add_attempt(s, 'approved', (s ->> 'approved_at')::timestamptz, null, null, null, null,
                                 (s ->> 'attempt')::int);
    end if;
  end loop;
end $$;

select public.boltdesk_publish('submission_attempts');

-- ---- 4. What moves the tick
-- The pg_cron extension, 1.5 or newer, for seconds. Without it any timer of the server does: the script goes on and says so.
do $$
begin
  begin
    create extension if not exists pg_cron;
  exception when others then
    raise notice 'pg_cron: %', sqlerrm;
  end;
  if to_regprocedure('cron.schedule(text, text, text)') is null then
    raise notice 'pg_cron is not here: let the server call "select public.boltdesk_tick()" every 15 seconds';
  else
    perform cron.schedule('boltdesk-tick', '15 seconds', 'select public.boltdesk_tick()');
  end if;
exception when others then
  raise notice 'pg_cron 1.5 is needed for seconds (%): let the server call "select public.boltdesk_tick()" every 15 seconds', sqlerrm;
end $$;

-- ---- 5. What is missing
-- One row a thing that is missing: what it is, in words, and the SQL that mends it (empty where no SQL does). No rows: all
-- is there. It reads the catalogue only, so whoever signs in may ask.
create or replace function public.boltdesk_check() returns table (problem text, mend text)
language plpgsql stable set search_path = '' as $$
declare
  t text;
  at regclass;
  col text;
  kind text;
  touch name;
  later name;
  told constant text := 'run resources/supabase/live.sql again';
begin
  if current_setting('wal_level') <> 'logical' then
    problem := 'wal_level is ' || current_setting('wal_level') || ': no change can be pushed';
    mend := 'alter system set wal_level = ''logical''; -- and restart the database';
    return next;
  end if;
  foreach t in array public.boltdesk_tables() || array['submission_attempts', 'sync_tick'] loop
    at := to_regclass('public.' || quote_ident(t));
    if at is null then
      problem := format('there is no table public.%s', t);
      mend := case when t in ('submission_attempts', 'sync_tick') then '-- ' || told else '' end;
      return next;
      continue;
    end if;
    if not exists (select from pg_catalog.pg_publication_tables p
                   where p.pubname = 'supabase_realtime' and p.schemaname = 'public' and p.tablename = t) then
      problem := format('public.%s is not in the publication supabase_realtime: its changes are not pushed', t);
      mend := format('alter publication supabase_realtime add table public.%I;', t);
      return next;
    end if;
    if not has_table_privilege('authenticated', at, 'select') and not has_any_column_privilege('authenticated', at, 'select') then
      problem := format('the role authenticated may not read public.%s', t);
      mend := format('grant select on public.%I to authenticated;', t);
      return next;
    end if;
    if (select c.relrowsecurity from pg_catalog.pg_class c where c.oid = at)
       and not exists (select from pg_catalog.pg_policy p where p.polrelid = at and p.polcmd in ('r', '*')) then
      problem := format('public.%s has row level security and no policy: nobody sees a row', t);
      mend := format('create policy boltdesk_read on public.%I for select to authenticated '
                     'using ((auth.jwt() -> ''app_metadata'' ->> ''customer_id'') is null);', t);
      return next;
    end if;
    if not exists (select from pg_catalog.pg_index i where i.indrelid = at and i.indisprimary) then
      problem := format('public.%s has no primary key: its rows cannot be told apart', t);
      mend := format('alter table public.%I add primary key (id);', t);
      return next;
    end if;
    continue when t = 'sync_tick';
    select format_type(a.atttypid, a.atttypmod) into kind from pg_catalog.pg_attribute a
    where a.attrelid = at and a.attname = 'version' and not a.attisdropped;
    if kind <> 'bigint' then -- it means something else there
      problem := format('public.%s.version is %s, not bigint: the table is followed without versions', t, kind);
      mend := '';
      return next;
      continue;
    end if;
    foreach col in array array['version', 'updated_at', 'deleted_at'] loop
      if not exists (select from pg_catalog.pg_attribute a
                     where a.attrelid = at and a.attname = col and not a.attisdropped and a.attnum > 0
                       and a.atttypid = case col when 'version' then 'pg_catalog.int8'::regtype
                                                 else 'pg_catalog.timestamptz'::regtype end) then
        problem := format('public.%s has no column %s of type %s', t, col,
                          case col when 'version' then 'bigint' else 'timestamptz' end);
        mend := '-- ' || told;
        return next;
      end if;
    end loop;
    continue when t = 'submission_attempts';
    select g.tgname into touch from pg_catalog.pg_trigger g join pg_catalog.pg_proc f on f.oid = g.tgfoid
    where g.tgrelid = at and f.proname = 'boltdesk_touch' and g.tgenabled <> 'D';
    if touch is null then
      problem := format('nothing numbers the rows of public.%s: an old answer may overwrite a newer row', t);
      mend := '-- ' || told;
      return next;
      continue;
    end if;
    select g.tgname into later from pg_catalog.pg_trigger g
    where g.tgrelid = at and not g.tgisinternal and g.tgenabled <> 'D' and g.tgtype & 3 = 3
      and g.tgname::text collate "C" > touch::text collate "C"
    limit 1;
    if later is not null then
      problem := format('the trigger %s of public.%s runs after the one that numbers the rows and may undo it', later, t);
      mend := '-- ' || told || ': it puts its own behind';
      return next;
    end if;
  end loop;
  if to_regclass('public.sync_tick') is null or not has_table_privilege('public.sync_tick', 'select') then
    return; -- said above
  end if;
  if not exists (select from public.sync_tick k where k.name = 'main' and k.at > clock_timestamp() - interval '60 seconds') then
    problem := 'nothing moves public.sync_tick: a stream that fell silent is noticed later';
    mend := '-- let pg_cron 1.5 or the server call boltdesk_tick() every 15 seconds';
    return next;
  end if;
end $$;
revoke execute on function public.boltdesk_check() from public, anon, authenticated;
grant execute on function public.boltdesk_check() to authenticated, service_role;
revoke execute on function public.boltdesk_tables() from public, anon, authenticated;
grant execute on function public.boltdesk_tables() to authenticated, service_role;

-- ---- 6. What shows that nothing was lost
-- Neither a deletion that the stream lost nor a row that leaves the sight of a policy shows in any later change. So the desk
-- asks now and then how many rows of a table it should hold, and for a sum over their versions that no order alters. As the
-- caller, so that policies apply. Versions are drawn from one sequence: one names its row and the write, ids need not be added.
create or replace function public.boltdesk_checksum(of_table text, since timestamptz default null)
returns table (rows bigint, sum bigint) language plpgsql stable security invoker set search_path = '' as $$
declare
  made text := case when of_table in ('jobs', 'directory_submissions') then 'created_at'
                    when of_table = 'submission_attempts' then 'ended_at' end;
begin
  if (of_table = any (public.boltdesk_tables() || array['submission_attempts'])) is not true then
    raise exception 'relation "%" is none that the desk follows', of_table using errcode = 'undefined_table';
  end if;
  return query execute
    format('select count(*), coalesce(sum((version %% 2147483647) * (version %% 2147483647) %% 4294967291), 0)::bigint '
           'from public.%I where deleted_at is null', of_table)
    || case when made is not null and since is not null then format(' and %I >= $1', made) else '' end using since;
end $$;
revoke execute on function public.boltdesk_checksum(text, timestamptz) from public, anon, authenticated;
grant execute on function public.boltdesk_checksum(text, timestamptz) to authenticated, service_role;
