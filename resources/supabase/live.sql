-- SPDX-License-Identifier: GPL-3.0-or-later
-- Run once in the SQL editor of a Supabase project whose tables the desk is to follow. It may be run again.
--
-- Level L0 needs only part 1: the tables are in the realtime publication. Then the desk refetches what it is unsure of.
-- Level L1 adds part 2: a version on each row, so that an old answer can never overwrite a newer row, soft deletes, so that
-- a deletion is seen by whoever was away, and a tick, which proves that changes still flow while nothing changes.
-- Figures of the past need part 3: how each attempt ended, written once. Without it the desk shows no success rate.

-- ---- 1. The tables are published
do $$
declare t text;
begin
  foreach t in array array['packages', 'customers', 'directories', 'workers', 'jobs', 'directory_submissions'] loop
    if not exists (select from pg_publication_tables
                   where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = t) then
      execute format('alter publication supabase_realtime add table public.%I', t);
    end if;
  end loop;
end $$;

-- ---- 2. Versions, soft deletes, tick
create sequence if not exists public.row_version_seq;

-- clock_timestamp(), not now(): now() is when the transaction began, and a row would look older than it is.
create or replace function public.touch_row() returns trigger language plpgsql as $$
begin
  new.version := nextval('public.row_version_seq');
  new.updated_at := case when tg_op = 'UPDATE'
                         then greatest(clock_timestamp(), old.updated_at + interval '1 microsecond')
                         else clock_timestamp() end;
  return new;
end $$;

-- Whoever may write a row may take a number for it.
grant usage on sequence public.row_version_seq to authenticated, service_role;

do $$
declare t text;
begin
  foreach t in array array['packages', 'customers', 'directories', 'workers', 'jobs', 'directory_submissions'] loop
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
    execute format('drop trigger if exists touch_row on public.%I', t);
    execute format('create trigger touch_row before insert or update on public.%I '
                   'for each row execute function public.touch_row()', t);
    -- Rows from before the trigger get their numbers.
    execute format('update public.%I set version = 0 where version = 0', t);
  end loop;
end $$;

create table if not exists public.sync_tick (name text primary key, n bigint not null, at timestamptz not null);
insert into public.sync_tick values ('main', 0, now()) on conflict do nothing;
alter table public.sync_tick enable row level security;
drop policy if exists sync_tick_read on public.sync_tick;
create policy sync_tick_read on public.sync_tick for select to authenticated using (true);
do $$
begin
  if not exists (select from pg_publication_tables
                 where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'sync_tick') then
    alter publication supabase_realtime add table public.sync_tick;
  end if;
end $$;

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
revoke execute on function public.add_attempt(jsonb, text, timestamptz, text, int, text, text, int) from public;

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

do $$
begin
  if not exists (select from pg_publication_tables
                 where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'submission_attempts') then
    alter publication supabase_realtime add table public.submission_attempts;
  end if;
end $$;

-- ---- 4. What moves the tick
-- The pg_cron extension moves the tick (1.5 or newer, for seconds); any other timer may do it as well.
create extension if not exists pg_cron;
select cron.schedule('boltdesk-tick', '15 seconds',
                     $$update public.sync_tick set n = n + 1, at = clock_timestamp() where name = 'main'$$);
