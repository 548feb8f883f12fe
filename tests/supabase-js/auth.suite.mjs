// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { client, closeClients, signedIn, sharedBackend } from './harness.mjs';

describe('auth', () => {
  let backend;
  before(async () => { backend = await sharedBackend(); });
  after(closeClients);

  it('keeps its secrets in a file of its owner', () => {
    assert.equal(backend.mode, 0o600);
    assert.deepEqual(backend.users.map((u) => u.role), ['viewer', 'support', 'manager', 'admin']);
  });

  it('signs in each demo user with the role in app_metadata', async () => {
    for (const { email, password, role } of backend.users) {
      const { data, error } = await client(backend).auth.signInWithPassword({ email, password });
      assert.equal(error, null);
      assert.equal(data.user.email, email);
      assert.equal(data.user.app_metadata.role, role);
      assert.ok(data.session.access_token && data.session.refresh_token);
    }
  });

  it('refuses a wrong password and an unknown user with the same words', async () => {
    const { email } = backend.user('viewer');
    const wrong = await client(backend).auth.signInWithPassword({ email, password: 'not it' });
    const unknown = await client(backend).auth.signInWithPassword({ email: 'nobody@boltdesk.test', password: 'x' });
    for (const { data, error } of [wrong, unknown]) {
      assert.equal(data.session, null);
      assert.equal(error.status, 400);
      assert.equal(error.code, 'invalid_credentials');
      assert.equal(error.message, 'Invalid login credentials');
    }
  });

  it('refreshes with rotation', async () => {
    const supabase = await signedIn(backend, 'support');
    const first = (await supabase.auth.getSession()).data.session;
    const { data, error } = await supabase.auth.refreshSession();
    assert.equal(error, null);
    assert.notEqual(data.session.refresh_token, first.refresh_token);
    assert.equal((await supabase.auth.getUser()).data.user.email, backend.user('support').email);
  });

  it('refuses a refresh token that never was', async () => {
    const { error } = await client(backend).auth.refreshSession({ refresh_token: 'abcdefabcdef' });
    assert.equal(error.status, 400);
    assert.equal(error.code, 'refresh_token_not_found');
  });

  it('signs out: the session is gone at the server', async () => {
    const supabase = await signedIn(backend, 'manager');
    const { access_token: token, refresh_token: refresh } = (await supabase.auth.getSession()).data.session;
    assert.equal((await supabase.auth.signOut()).error, null);
    assert.equal((await supabase.auth.getSession()).data.session, null);
    const asked = await client(backend).auth.getUser(token);
    assert.equal(asked.error.name, 'AuthSessionMissingError'); // what the client makes of the next line
    const raw = await fetch(`${backend.url}/auth/v1/user`,
      { headers: { apikey: backend.anon_key, authorization: `Bearer ${token}`, 'x-supabase-api-version': '2024-01-01' } });
    assert.equal(raw.status, 403);
    assert.equal((await raw.json()).code, 'session_not_found');
    const again = await client(backend).auth.refreshSession({ refresh_token: refresh });
    assert.equal(again.error.status, 400);
  });

  it('says what it does not offer, so that nobody tries again', async () => {
    const { auth } = client(backend);
    const otp = await auth.signInWithOtp({ email: 'a@boltdesk.test' });
    const reset = await auth.resetPasswordForEmail('a@boltdesk.test');
    for (const [{ error }, code] of [[otp, 'otp_disabled'], [reset, 'email_provider_disabled']]) {
      assert.equal(error.name, 'AuthApiError'); // not AuthRetryableFetchError
      assert.equal(error.status, 422);
      assert.equal(error.code, code);
    }
  });

  it('lets nobody in without the key', async () => {
    const answer = await fetch(`${backend.url}/rest/v1/jobs`);
    assert.equal(answer.status, 401);
    assert.match((await answer.json()).message, /No API key/);
  });
});
