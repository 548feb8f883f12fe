# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/supabase/live.sql against a PostgreSQL of its own, with as much of a Supabase project around it as it asks for."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("BOLT_INITDB") or shutil.which("initdb")).parent
# PostgreSQL refuses to run as root.
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}

PROJECT = """
create role anon; create role authenticated; create role service_role bypassrls;
create schema auth;
create function auth.jwt() returns jsonb language sql stable as
  $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;
grant usage on schema auth, public to anon, authenticated, service_role;
create publication supabase_realtime;
create table packages (id text primary key, max_attempts int not null, created_at timestamptz default now());
create table customers (id uuid primary key default gen_random_uuid(), created_at timestamptz default now());
create table directories (id uuid primary key default gen_random_uuid(), priority_tier int, created_at timestamptz default now());
create table workers (id text primary key, version text, created_at timestamptz default now());
create table jobs (id uuid primary key default gen_random_uuid(), customer_id uuid, package_type text, created_at timestamptz default now());
create table directory_submissions (
  id uuid primary key default gen_random_uuid(), submission_queue_id uuid, customer_id uuid, directory_id uuid,
  status text not null default 'pending', attempt int not null default 0, max_attempts int not null default 3,
  next_retry_at timestamptz, success_probability real, processing_ms int, last_error_code text,
  error_log jsonb not null default '[]', submitted_at timestamptz, approved_at timestamptz, failed_at timestamptz,
  created_at timestamptz default now());
insert into packages values ('growth', 3);
insert into customers (id) values ('c0000000-0000-4000-8000-000000000001');
insert into directories (id, priority_tier) values ('d0000000-0000-4000-8000-000000000001', 2);
insert into jobs (id, customer_id, package_type) values
  ('a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001', 'growth');
grant select on packages, customers, directories, workers, jobs to authenticated;
grant select, insert, update on directory_submissions to authenticated;
"""
WORKERS = "public.workers.version is text, not bigint: the table is followed without versions"
STILL = "nothing moves public.sync_tick: a stream that fell silent is noticed later"
WEIGHT = 3232809082  # of the version 1100000000000
SUBMISSION = """insert into directory_submissions (id, submission_queue_id, customer_id, directory_id, success_probability%s) values
  ('b0000000-0000-4000-8000-%012d', 'a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000001', 0.75%s);"""


def submission(n, **columns):
    return SUBMISSION % ("".join(", " + c for c in columns), n, "".join(", " + v for v in columns.values()))


class LiveSql(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="boltdesk-live-sql-")
        if NOBODY:
            os.chown(cls.folder, NOBODY["user"], NOBODY["group"])
        cls.data = os.path.join(cls.folder, "data")
        cls.pg([BIN / "initdb", "-D", cls.data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--no-sync"])
        options = f"-k {cls.folder} -c listen_addresses='' -c fsync=off -c wal_level=logical"
        cls.pg([BIN / "pg_ctl", "-D", cls.data, "-w", "-l", os.path.join(cls.folder, "log"), "-o", options, "start"])
        cls.script = (ROOT / "resources/supabase/live.sql").read_text()

    @classmethod
    def tearDownClass(cls):
        cls.pg([BIN / "pg_ctl", "-D", cls.data, "-m", "immediate", "stop"])
        shutil.rmtree(cls.folder, ignore_errors=True)

    @classmethod
    def pg(cls, command):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=cls.folder, **NOBODY)

    def psql(self, sql, base="postgres"):
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "owner", "-d", base]
        return subprocess.run(command, input=sql, text=True, capture_output=True)

    def run_sql(self, sql):
        done = self.psql(sql, self.base)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def refused(self, sql):
        done = self.psql(sql, self.base)
        self.assertNotEqual(done.returncode, 0)
        return done.stderr

    def setUp(self):
        self.base = "t" + self.id().rsplit(".", 1)[1].lower()
        self.psql("drop role if exists anon; drop role if exists authenticated; drop role if exists service_role;")
        done = self.psql(f"create database {self.base}")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.run_sql(PROJECT)

    def tearDown(self):
        self.psql(f"drop database {self.base}")

    def rows(self):
        return self.run_sql("select outcome || ' ' || coalesce(code, '-') || ' ' || attempt || ' ' || coalesce(ms::text, '-')"
                            " from submission_attempts order by ended_at, outcome desc").splitlines()

    def change(self, n, **columns):
        self.run_sql("update directory_submissions set " + ", ".join(f"{c} = {v}" for c, v in columns.items()) +
                     f" where id = 'b0000000-0000-4000-8000-{n:012d}'")

    def test_writes_each_end_once(self):
        self.run_sql(self.script)
        self.run_sql(submission(1) + submission(2))
        self.change(1, status="'submitting'", attempt=1)
        self.change(1, status="'failed'", last_error_code="'TIMEOUT'", next_retry_at="now()", processing_ms=40,
                    error_log="""'[{"details": {"step": "fill"}}]'""")
        self.change(1, status="'pending'")
        self.change(1, status="'submitting'", attempt=2)
        self.change(1, status="'pending'")  # its worker fell silent
        self.change(1, status="'submitting'", attempt=3)
        self.change(1, status="'failed'", last_error_code="'TIMEOUT'", next_retry_at="null")
        before = self.rows()
        self.assertEqual(before, ["failed TIMEOUT 1 40", "failed TIMEOUT 2 -", "failed_for_good TIMEOUT 3 -"])
        # A retry by staff adds what comes of it and takes nothing back.
        self.change(1, status="'pending'", failed_at="null")
        self.change(1, status="'submitting'", attempt=4)
        self.change(1, status="'submitted'", submitted_at="now()", processing_ms=55)
        self.change(1, status="'approved'", approved_at="now()")
        self.change(1, status="'approved'")
        self.change(2, status="'needs_verification'", last_error_code="'CAPTCHA'", attempt=1)
        self.change(2, status="'submitted'")
        self.change(2, status="'rejected'", last_error_code="'REJECTED'")
        self.assertEqual(self.rows(), before + ["submitted - 4 55", "approved - 4 -", "needs_verification CAPTCHA 1 -",
                                                "submitted - 1 -", "rejected REJECTED 1 -"])
        self.assertEqual(self.run_sql("select distinct package_type || directory_tier || job_id || customer_id || directory_id"
                                      " || predicted from submission_attempts"),
                         "growth2a0000000-0000-4000-8000-000000000001c0000000-0000-4000-8000-000000000001"
                         "d0000000-0000-4000-8000-0000000000010.75")
        self.assertEqual(self.run_sql("select count(distinct version) = count(*) and min(version) > 0 from submission_attempts"), "t")
        self.assertEqual(self.run_sql("select step from submission_attempts where ms = 40"), "fill")

    def test_fills_the_past_once(self):
        log = """'[{"at": "2026-08-01T10:00:00Z", "attempt": 1, "code": "TIMEOUT"}, {"at": "once", "code": "TIMEOUT"}, "?",
                   {"at": "2026-08-01T11:00:00Z", "attempt": 2, "code": "%s"}]'"""
        self.run_sql(submission(1, status="'approved'", attempt="3", error_log=log % "NAVIGATION", processing_ms="70",
                                submitted_at="'2026-08-01T12:00:00Z'", approved_at="'2026-08-02T12:00:00Z'"))
        self.run_sql(submission(2, status="'failed'", attempt="2", error_log=log % "SITE_DOWN"))
        self.run_sql(submission(3, status="'rejected'", attempt="1", submitted_at="'2026-08-01T10:30:00Z'",
                                error_log=log % "REJECTED"))
        self.run_sql(submission(4, status="'pending'", attempt="2", error_log=log % "VALIDATION"))  # retried by staff
        self.run_sql(submission(5, error_log="'7'"))
        self.run_sql(self.script)
        rows = self.rows()
        self.assertEqual(sorted(rows), sorted(["failed TIMEOUT 1 -"] * 4 + [
            "submitted - 1 -", "rejected REJECTED 2 -", "failed_for_good VALIDATION 2 -", "failed_for_good SITE_DOWN 2 -",
            "failed NAVIGATION 2 -", "submitted - 3 70", "approved - 3 -"]))
        self.run_sql(self.script)
        self.run_sql(self.script)
        self.assertEqual(self.rows(), rows)
        self.assertEqual(self.run_sql("select count(*) from pg_publication_tables where tablename = 'submission_attempts'"), "1")
        self.change(5, status="'submitting'", attempt=1)
        self.change(5, status="'submitted'")
        self.assertEqual(len(self.rows()), len(rows) + 1)  # one trigger, however often the script was run

    def test_nobody_changes_it_and_staff_read_it(self):
        self.run_sql(self.script)
        self.run_sql(submission(1, status="'submitted'"))
        for sql in ("update submission_attempts set outcome = 'approved'", "delete from submission_attempts",
                    "truncate submission_attempts",
                    "insert into submission_attempts select * from submission_attempts on conflict (id) do update set outcome = 'failed'"):
            self.assertIn("append-only", self.refused(sql))
        self.assertEqual(self.rows(), ["submitted - 0 -"])
        count = "; select count(*) from submission_attempts"
        as_ = "set role %s; set request.jwt.claims = '%s'"
        self.assertEqual(self.run_sql(as_ % ("authenticated", '{"app_metadata": {"role": "viewer"}}') + count), "1")
        self.assertEqual(self.run_sql(as_ % ("authenticated", '{"app_metadata": {"customer_id": "c1"}}') + count), "0")
        self.assertIn("permission denied", self.refused("set role anon" + count))
        self.assertIn("permission denied", self.refused(
            "set role authenticated; insert into submission_attempts (submission_id, outcome) values (gen_random_uuid(), 'failed')"))
        # Whoever may write a submission need not be allowed to write here.
        self.run_sql("set role authenticated; update directory_submissions set status = 'approved'")
        self.assertEqual(self.rows(), ["submitted - 0 -", "approved - 0 -"])

    def checksum(self, arguments, as_=""):
        return self.run_sql(f"{as_}; select rows || ' ' || sum from boltdesk_checksum({arguments})")

    def test_checksum_is_that_of_the_engine(self):
        self.run_sql(self.script)
        # As in services/sync/engine/weight.h; what the last version weighs stands in the test of the engine, too.
        def weight(version):
            return (version % 2147483647) ** 2 % 4294967291
        self.assertEqual(weight(1100000000000), WEIGHT)
        self.run_sql("select setval('row_version_seq', 1099999999996);" + submission(1) + submission(2) + submission(3) +
                     submission(4) + "update directory_submissions set created_at = '2026-01-01Z', version = 0"
                     " where id = 'b0000000-0000-4000-8000-000000000001'")
        versions = [int(v) for v in self.run_sql("select version from directory_submissions order by id").splitlines()]
        self.assertEqual(versions, [1100000000001, 1099999999998, 1099999999999, 1100000000000])
        said = lambda held: f"{len(held)} {sum(weight(v) for v in held)}"
        self.assertEqual(self.checksum("'directory_submissions'"), said(versions))
        self.assertEqual(self.checksum("'directory_submissions', '2026-02-01Z'"), said(versions[1:]))
        self.run_sql("update directory_submissions set deleted_at = now() where id = 'b0000000-0000-4000-8000-000000000004'")
        self.assertEqual(self.checksum("'directory_submissions'"), said(versions[:3]))
        self.assertEqual(self.checksum("'submission_attempts', '2026-02-01Z'"), "0 0")
        # As the caller: what a policy hides is not counted, and who may not read may not count.
        self.run_sql("alter table directory_submissions enable row level security; create policy p on directory_submissions"
                     " for select using (id = 'b0000000-0000-4000-8000-000000000002')")
        self.assertEqual(self.checksum("'directory_submissions'", "set role authenticated"), said(versions[1:2]))
        self.assertIn("permission denied for table customers", self.refused(
            "revoke select on customers from authenticated; set role authenticated; select * from boltdesk_checksum('customers')"))
        self.assertIn("permission denied for function", self.refused("set role anon; select * from boltdesk_checksum('packages')"))
        for other in ("'auth.users'", "'pg_class'", "null", "'jobs; drop table jobs'"):
            self.assertIn("none that the desk follows", self.refused(f"select * from boltdesk_checksum({other})"))
        # A table whose version is somebody else's has none.
        self.assertIn("does not exist", self.refused("select * from boltdesk_checksum('workers')"))

    def test_a_missing_column_never_stops_a_submission(self):
        self.run_sql("alter table directory_submissions drop column processing_ms, drop column error_log,"
                     " drop column next_retry_at, drop column success_probability;")
        self.run_sql(self.script)
        self.run_sql("insert into directory_submissions (status) values ('failed')")
        self.assertEqual(self.rows(), ["failed_for_good - 0 -"])

    def problems(self):
        return self.run_sql("set role authenticated; select problem from boltdesk_check()").splitlines()

    def test_the_check_tells_what_is_missing(self):
        self.run_sql(self.script)
        self.assertEqual(self.problems(), [WORKERS, STILL])
        self.run_sql("set role service_role; select boltdesk_tick()")
        self.assertEqual(self.problems(), [WORKERS])
        self.run_sql("""
            alter publication supabase_realtime drop table customers; revoke select on packages from authenticated;
            alter table jobs enable row level security; drop trigger "~~boltdesk_touch" on directories;
            alter table directory_submissions drop constraint directory_submissions_pkey;
            create trigger "~~~" before update on directory_submissions for each row execute function suppress_redundant_updates_trigger();
            drop table sync_tick;""")
        told = self.problems()
        self.assertEqual([p.split(":")[0] for p in told], [
            "the role authenticated may not read public.packages",
            "public.customers is not in the publication supabase_realtime",
            "nothing numbers the rows of public.directories", WORKERS.split(":")[0],
            "public.jobs has row level security and no policy",
            "public.directory_submissions has no primary key",
            "the trigger ~~~ of public.directory_submissions runs after the one that numbers the rows and may undo it",
            "there is no table public.sync_tick"])
        self.run_sql("create table sync_tick (name text primary key, n bigint, at timestamptz)")
        self.assertIn("the role authenticated may not read public.sync_tick", self.problems())
        # What it says mends it, in SQL or by the script.
        self.run_sql("select mend from boltdesk_check() where mend not like '--%' and mend <> '' \\gexec")
        self.run_sql(self.script + "; select boltdesk_tick()")
        self.assertEqual(self.problems(), [WORKERS])

    def test_a_project_without_default_privileges(self):
        self.run_sql("""alter default privileges revoke execute on functions from public;
                        alter default privileges revoke all on tables from public;""")
        self.run_sql(self.script + submission(1) + "select boltdesk_tick()")
        self.assertEqual(self.problems(), [WORKERS])
        self.assertEqual(self.run_sql("set role authenticated; select n from sync_tick"), "1")
        # Nothing else of the script is theirs to call, and a role that may write rows needs no right on the sequence.
        for call in ("boltdesk_tick()", "boltdesk_publish('jobs')"):
            self.assertIn("permission denied", self.refused(f"set role authenticated; select {call}"))
        self.assertIn("permission denied", self.refused("set role authenticated; update sync_tick set n = 9"))
        self.run_sql("set role authenticated; update directory_submissions set status = 'submitting', attempt = 1")
        self.assertEqual(self.run_sql("select version > 0 from directory_submissions"), "t")

    def test_a_project_that_grants_what_it_makes(self):
        # As Supabase does: by name, not by way of public.
        self.run_sql("".join(f"alter default privileges in schema public grant all on {what} to anon, authenticated, service_role;"
                             for what in ("tables", "functions", "sequences")))
        self.run_sql(self.script + submission(1, status="'submitted'") + "set role service_role; select boltdesk_tick()")
        forged = ("select add_attempt('{}', 'approved', now(), null, null, null, null, 1)", "select boltdesk_tick()",
                  "select boltdesk_publish('jobs')")
        asked = ("select * from boltdesk_check()", "select boltdesk_tables()", "select * from boltdesk_checksum('packages')")
        for role, calls in (("anon", forged + asked), ("authenticated", forged)):
            for call in calls:
                self.assertIn("permission denied for function", self.refused(f"set role {role}; {call}"))
        for call in asked:
            self.run_sql(f"set role authenticated; {call}")
        self.assertEqual(self.rows(), ["submitted - 0 -"])
        self.assertEqual(self.problems(), [WORKERS])

    def test_other_triggers_whatever_their_names(self):
        self.run_sql("""
            create function theirs() returns trigger language plpgsql as $$
            begin new.updated_at := '2000-01-01'; new.version := -7; return new; end $$;
            create function touch_row() returns trigger language plpgsql as $$ begin return new; end $$;""")
        for name in ("a", "touch_row", "zz_updated_at", "~~~~", "~" * 63):
            function = "touch_row" if name == "touch_row" else "theirs"
            self.run_sql(f'create trigger "{name}" before insert or update on jobs for each row execute function {function}()')
            self.run_sql("alter table jobs add column if not exists version bigint, add column if not exists updated_at timestamptz")
            for _ in range(2):
                self.run_sql(self.script)
            self.run_sql("update jobs set package_type = 'growth'")
            self.assertEqual(self.run_sql("select version > 0 and updated_at > now() - interval '1 minute' from jobs"), "t", name)
            self.assertEqual(self.run_sql(f"""select count(*) from pg_trigger where tgname = '{name}'"""), "1")
            self.assertEqual(self.run_sql("select count(*) from pg_trigger g join pg_proc f on f.oid = g.tgfoid"
                                          " where f.proname = 'boltdesk_touch' and g.tgrelid = 'jobs'::regclass"), "1")

    def test_goes_on_without_a_pg_cron_that_knows_seconds(self):
        self.assertIn("pg_cron is not here", self.psql(self.script, self.base).stderr)
        self.run_sql("""create schema cron; create function cron.schedule(text, text, text) returns bigint language plpgsql as
                        $$ begin raise exception 'invalid schedule: %', $2; end $$""")
        done = self.psql(self.script, self.base)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("pg_cron 1.5 is needed for seconds (invalid schedule: 15 seconds)", done.stderr)
        self.assertEqual(self.problems(), [WORKERS, STILL])

    def test_tables_that_are_not_there(self):
        self.run_sql("drop table workers; drop publication supabase_realtime")
        self.run_sql(self.script + "; select boltdesk_tick()")
        self.assertEqual(self.problems(), ["there is no table public.workers"])


if __name__ == "__main__":
    unittest.main()
