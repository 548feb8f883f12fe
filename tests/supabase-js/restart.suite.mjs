// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { closeClients, live, note, service, signedIn, startBackend, until } from './harness.mjs';

describe('server restart', () => {
  let folder, database, backend;
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'boltdesk-restart-'));
    database = `sqlite:${path.join(folder, 'desk.db')}`;
    backend = await startBackend({ database });
  });
  after(async () => {
    await closeClients();
    await backend.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const insert = async (body) => {
    const { error } = await service(backend).from('notes').insert(note(body));
    assert.equal(error, null);
  };

  for (const [signal, vsn] of [['SIGTERM', '2.0.0'], ['SIGKILL', '2.0.0'], ['SIGKILL', '1.0.0']]) {
    it(`${signal}: the client comes back by itself (vsn ${vsn})`, { timeout: 60_000 }, async () => {
      const viewer = await signedIn(backend, 'viewer', { vsn, realtime: { reconnectAfterMs: () => 200 } });
      const heard = [];
      let lives = 0;
      const channel = viewer.channel('lasting')
        .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'notes' }, (c) => heard.push(c.new.body))
        .on('system', {}, (m) => { if (m.status === 'ok' && m.extension === 'postgres_changes') ++lives; });
      await live(channel);
      await insert(`before ${signal} ${vsn}`);
      await until(() => heard.length === 1, 5_000, 'the change before');

      const livesBefore = lives;
      const { port } = backend;
      const end = await backend.stop(signal);
      if (signal === 'SIGTERM') assert.deepEqual(end, { code: 0, signal: null });
      backend = await startBackend({ database, port });
      assert.equal(backend.port, port);

      await until(() => lives > livesBefore, 30_000, 'the channel to be live again');
      await insert(`after ${signal} ${vsn}`);
      await until(() => heard.includes(`after ${signal} ${vsn}`), 5_000, 'the change after');
      const { data, error } = await viewer.from('notes').select('body').eq('body', `before ${signal} ${vsn}`);
      assert.equal(error, null, 'the old session still reads');
      assert.equal(data.length, 1, 'what was written is still there');
      await viewer.removeChannel(channel);
    });
  }

  it('a taken port is one clear line and no success', async () => {
    await assert.rejects(startBackend({ port: backend.port }), (error) => {
      assert.match(error.message, /boltdesk-server: .+/);
      assert.equal(error.message.trim().split('\n').length, 1);
      return true;
    });
  });

  it('a database in use is one clear line and no success', async () => {
    await assert.rejects(startBackend({ database }), /boltdesk-server: .+/);
  });
});
