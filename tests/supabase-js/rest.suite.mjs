// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { client, closeClients, note, service, signedIn, sharedBackend } from './harness.mjs';

describe('rest: reading', () => {
  let backend, viewer;
  before(async () => {
    backend = await sharedBackend();
    viewer = await signedIn(backend, 'viewer');
  });
  after(closeClients);

  it('selects columns, in order, by page', async () => {
    const { data, error, status } = await viewer.from('directories').select('id,name,da_score')
      .order('da_score', { ascending: false }).order('id').range(10, 14);
    assert.equal(error, null);
    assert.equal(status, 200);
    assert.equal(data.length, 5);
    assert.deepEqual(Object.keys(data[0]).sort(), ['da_score', 'id', 'name']);
    for (let i = 1; i < data.length; ++i) assert.ok(data[i - 1].da_score >= data[i].da_score);
  });

  it('filters: eq neq gt gte lt lte in is like ilike not or', async () => {
    const ask = async (build) => {
      const { data, error } = await build(viewer.from('directories').select('name,da_score,priority_tier,is_active,circuit_open_until').limit(1000));
      assert.equal(error, null);
      assert.ok(data.length > 0);
      return data;
    };
    assert.ok((await ask((q) => q.eq('priority_tier', 2))).every((d) => d.priority_tier === 2));
    assert.ok((await ask((q) => q.neq('priority_tier', 2))).every((d) => d.priority_tier !== 2));
    assert.ok((await ask((q) => q.gt('da_score', 40).lte('da_score', 60))).every((d) => d.da_score > 40 && d.da_score <= 60));
    assert.ok((await ask((q) => q.gte('da_score', 40).lt('da_score', 60))).every((d) => d.da_score >= 40 && d.da_score < 60));
    assert.ok((await ask((q) => q.in('priority_tier', [1, 3]))).every((d) => [1, 3].includes(d.priority_tier)));
    assert.ok((await ask((q) => q.is('circuit_open_until', null))).every((d) => d.circuit_open_until === null));
    assert.ok((await ask((q) => q.is('is_active', true))).every((d) => d.is_active === true));
    assert.ok((await ask((q) => q.not('priority_tier', 'in', '(1,2)'))).every((d) => d.priority_tier > 2));
    const one = (await ask((q) => q))[0].name;
    assert.ok((await ask((q) => q.like('name', `${one.slice(0, 3)}%`))).every((d) => d.name.startsWith(one.slice(0, 3))));
    assert.ok((await ask((q) => q.ilike('name', `%${one.slice(1, 4).toUpperCase()}%`)))
      .every((d) => d.name.toLowerCase().includes(one.slice(1, 4).toLowerCase())));
    assert.ok((await ask((q) => q.or('priority_tier.eq.1,and(priority_tier.eq.3,da_score.gt.50)')))
      .every((d) => d.priority_tier === 1 || (d.priority_tier === 3 && d.da_score > 50)));
  });

  it('embeds the one and the many', async () => {
    const { data, error } = await viewer.from('jobs')
      .select('id,status,customers(company_name,email),directory_submissions(id,status,directories(name))')
      .eq('status', 'in_progress').limit(3);
    assert.equal(error, null);
    assert.ok(data.length > 0);
    for (const job of data) {
      assert.equal(typeof job.customers.company_name, 'string');
      assert.ok(Array.isArray(job.directory_submissions) && job.directory_submissions.length > 0);
      assert.equal(typeof job.directory_submissions[0].directories.name, 'string');
    }
  });

  it('filters parents by an inner embedding', async () => {
    const { data, error } = await viewer.from('directory_submissions')
      .select('id,jobs!inner(status)').eq('jobs.status', 'paused').limit(20);
    assert.equal(error, null);
    assert.ok(data.every((s) => s.jobs.status === 'paused'));
  });

  it('counts with and without rows', async () => {
    const all = await viewer.from('directories').select('id', { count: 'exact', head: true });
    assert.equal(all.error, null);
    assert.equal(all.data, null);
    assert.equal(all.count, 1200);
    const page = await viewer.from('directories').select('id', { count: 'exact' }).limit(7);
    assert.equal(page.data.length, 7);
    assert.equal(page.count, 1200);
    assert.equal(page.status, 206);
    const beyond = await viewer.from('directories').select('id', { count: 'exact' }).range(5000, 5001);
    assert.equal(beyond.status, 416);
    assert.equal(beyond.error.code, 'PGRST103');
  });

  it('single and maybeSingle', async () => {
    const one = await viewer.from('packages').select('*').eq('id', 'growth').single();
    assert.equal(one.error, null);
    assert.equal(one.data.price_cents, 7999);
    const none = await viewer.from('packages').select('*').eq('id', 'gold').single();
    assert.equal(none.status, 406);
    assert.equal(none.error.code, 'PGRST116');
    const many = await viewer.from('packages').select('*').single();
    assert.equal(many.error.code, 'PGRST116');
    const maybe = await viewer.from('packages').select('*').eq('id', 'gold').maybeSingle();
    assert.equal(maybe.error, null);
    assert.equal(maybe.data, null);
  });

  it('says what is wrong with a question', async () => {
    const code = async (query) => (await query).error?.code;
    assert.equal(await code(viewer.from('nothing').select('*')), 'PGRST205');
    assert.equal(await code(viewer.from('jobs').select('nope')), '42703');
    assert.equal(await code(viewer.from('jobs').select('id,notes(id)')), 'PGRST200');
    assert.equal(await code(viewer.from('jobs').select('id').eq('id', 'abc')), '22P02');
    assert.equal(await code(viewer.from('jobs').select('id').filter('id', 'resembles', 'x')), 'PGRST100');
  });

  it('shows tables to staff only', async () => {
    const { error, status } = await client(backend).from('jobs').select('id').limit(1);
    assert.equal(status, 401);
    assert.equal(error.code, '42501');
  });
});

describe('rest: writing', () => {
  let backend, support, viewer, root;
  before(async () => {
    backend = await sharedBackend();
    support = await signedIn(backend, 'support');
    viewer = await signedIn(backend, 'viewer');
    root = service(backend);
  });
  after(closeClients);

  for (const who of ['support', 'service key']) {
    const db = () => (who === 'support' ? support : root);
    // Staff write notes in their own name only.
    const mine = (body, more = {}) => note(body, { author_email: backend.user('support').email, ...more });

    it(`inserts, reads, updates, deletes (${who})`, async () => {
      const id = randomUUID();
      const made = await db().from('notes').insert(mine('first', { id })).select().single();
      assert.equal(made.error, null);
      assert.equal(made.status, 201);
      assert.equal(made.data.body, 'first');
      const quiet = await db().from('notes').insert(mine('quiet'));
      assert.equal(quiet.status, 201);
      assert.equal(quiet.data, null);
      const changed = await db().from('notes').update({ body: 'second' }).eq('id', id).select();
      assert.equal(changed.error, null);
      assert.deepEqual(changed.data.map((n) => n.body), ['second']);
      assert.ok(changed.data[0].version > made.data.version);
      assert.ok(changed.data[0].updated_at > made.data.updated_at);
      const gone = await db().from('notes').delete().eq('id', id);
      assert.equal(gone.error, null);
      assert.equal(gone.status, 204);
      const nothing = await db().from('notes').update({ body: 'x' }).eq('id', randomUUID()).select();
      assert.equal(nothing.status, 200);
      assert.deepEqual(nothing.data, []);
    });

    it(`inserts many and upserts (${who})`, async () => {
      const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
      const many = await db().from('notes').insert([mine('a', { id: a }), mine('b', { id: b })]).select('id,body');
      assert.equal(many.error, null);
      assert.equal(many.data.length, 2);
      const merged = await db().from('notes').upsert([mine('a2', { id: a }), mine('c', { id: c })], { onConflict: 'id' }).select('id,body');
      assert.equal(merged.error, null);
      assert.deepEqual(merged.data.map((n) => n.body).sort(), ['a2', 'c']);
      const kept = await db().from('notes').upsert(mine('a3', { id: a }), { onConflict: 'id', ignoreDuplicates: true }).select('body');
      assert.equal(kept.error, null);
      assert.deepEqual(kept.data, []);
      assert.equal((await db().from('notes').select('body').eq('id', a).single()).data.body, 'a2');
    });
  }

  it('answers violations with the codes of PostgreSQL', async () => {
    const id = randomUUID();
    await root.from('notes').insert(note('once', { id }));
    const twice = await root.from('notes').insert(note('twice', { id }));
    assert.equal(twice.status, 409);
    assert.equal(twice.error.code, '23505');
    assert.match(twice.error.details, new RegExp(`Key \\(id\\)=\\(${id}\\) already exists`));
    const empty = await root.from('notes').insert({ entity_type: 'job', entity_id: 'x', author_email: 'a@b.c' });
    assert.equal(empty.status, 400);
    assert.equal(empty.error.code, '23502');
    const word = await root.from('notes').insert(note('x', { entity_type: 'planet' }));
    assert.equal(word.status, 400);
    assert.equal(word.error.code, '23514');
    const column = await root.from('notes').insert(note('x', { colour: 'red' }));
    assert.equal(column.status, 400);
    assert.equal(column.error.code, 'PGRST204');
    const literal = await root.from('notes').insert(note('x', { id: 'no uuid' }));
    assert.equal(literal.status, 400);
    assert.equal(literal.error.code, '22P02');
  });

  it('holds the roles', async () => {
    const refused = await viewer.from('notes').insert(note('by a viewer'));
    assert.equal(refused.status, 403);
    assert.equal(refused.error.code, '42501');
    const job = (await viewer.from('jobs').select('id').limit(1).single()).data;
    const direct = await support.from('jobs').update({ status: 'completed' }).eq('id', job.id);
    assert.equal(direct.status, 403);
    assert.equal(direct.error.code, '42501');
  });
});
