// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { closeClients, live, signedIn, sharedBackend, until } from './harness.mjs';

describe('/api beside supabase-js', () => {
  let backend;
  before(async () => { backend = await sharedBackend(); });
  after(closeClients);

  const call = async (supabase, path, body, key = randomUUID()) => {
    const { data } = await supabase.auth.getSession();
    const answer = await fetch(`${backend.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${data.session.access_token}`,
        apikey: backend.anon_key,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('a retry through /api is seen through realtime, once', async () => {
    const support = await signedIn(backend, 'support');
    const { data: rows, error } = await support.from('directory_submissions')
      .select('id,version,jobs!inner(status)').eq('status', 'failed').in('jobs.status', ['in_progress', 'paused']).limit(1);
    assert.equal(error, null);
    const [failed] = rows;
    assert.ok(failed, 'the demo has a failed submission of a job under way');

    const heard = [];
    const channel = support.channel('submissions').on('postgres_changes',
      { event: 'UPDATE', schema: 'public', table: 'directory_submissions', filter: `id=eq.${failed.id}` }, (c) => heard.push(c.new));
    await live(channel);

    const key = randomUUID();
    const first = await call(support, '/api/admin/submissions/retry', { ids: [failed.id] }, key);
    assert.equal(first.status, 200);
    assert.equal(first.body.applied, 1);
    assert.deepEqual(first.body.rejected, []);
    assert.deepEqual(await call(support, '/api/admin/submissions/retry', { ids: [failed.id] }, key), first);

    await until(() => heard.length > 0, 5_000, 'the change');
    assert.equal(heard[0].status, 'pending');
    assert.ok(heard[0].version > failed.version);
    assert.equal(heard.length, 1);
  });

  it('a viewer is told which role it takes', async () => {
    const viewer = await signedIn(backend, 'viewer');
    const { status, body } = await call(viewer, '/api/admin/submissions/retry', { ids: [randomUUID()] });
    assert.equal(status, 403);
    assert.equal(body.error.details.needed_role, 'support');
  });
});
