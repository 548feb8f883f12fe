-- SPDX-License-Identifier: GPL-3.0-or-later
-- Run once in the SQL editor of a Supabase project whose tables the desk is to follow. It may be run again.
--
-- Level L0 needs only part 1: the tables are in the realtime publication. Then the desk refetches what it is unsure of.
-- Level L1 adds part 2: a version on each row, so that an old answer can never overwrite a newer row, soft deletes, so that
-- a deletion is seen by whoever was away, and a tick, which proves that changes still flow while nothing changes.

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

-- The pg_cron extension moves the tick (1.5 or newer, for seconds); any other timer may do it as well.
create extension if not exists pg_cron;
select cron.schedule('boltdesk-tick', '15 seconds',
                     $$update public.sync_tick set n = n + 1, at = clock_timestamp() where name = 'main'$$);
