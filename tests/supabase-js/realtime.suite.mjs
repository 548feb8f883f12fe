// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { client, closeClients, live, note, service, signedIn, sharedBackend, until } from './harness.mjs';

for (const vsn of ['1.0.0', '2.0.0']) {
  describe(`realtime, vsn ${vsn}`, () => {
    let backend, viewer, root;
    before(async () => {
      backend = await sharedBackend();
      viewer = await signedIn(backend, 'viewer', { vsn });
      root = service(backend);
    });
    after(closeClients);

    const write = async (query) => {
      const { data, error } = await query;
      assert.equal(error, null);
      return data;
    };

    it('tells of INSERT, UPDATE and DELETE to `*` and to each by name', async () => {
      const heard = { all: [], INSERT: [], UPDATE: [], DELETE: [] };
      const channel = viewer.channel('changes')
        .on('postgres_changes', { event: '*', schema: 'public', table: 'notes' }, (c) => heard.all.push(c));
      for (const event of ['INSERT', 'UPDATE', 'DELETE'])
        channel.on('postgres_changes', { event, schema: 'public', table: 'notes' }, (c) => heard[event].push(c));
      await live(channel);

      const id = randomUUID();
      await write(root.from('notes').insert(note('new', { id })));
      await write(root.from('notes').update({ body: 'newer' }).eq('id', id));
      await write(root.from('notes').delete().eq('id', id));
      await until(() => heard.all.length >= 3, 5_000, 'three changes');

      assert.deepEqual(heard.all.map((c) => c.eventType), ['INSERT', 'UPDATE', 'DELETE']);
      const [made, changed, gone] = heard.all;
      assert.equal(made.schema, 'public');
      assert.equal(made.table, 'notes');
      assert.equal(made.errors, null);
      assert.match(made.commit_timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      assert.equal(made.new.id, id);
      assert.equal(made.new.body, 'new');
      assert.deepEqual(made.old, {});
      assert.equal(changed.new.body, 'newer');
      assert.ok(changed.new.version > made.new.version);
      assert.deepEqual(changed.old, { id });
      assert.deepEqual(gone.new, {});
      assert.deepEqual(gone.old, { id });
      for (const event of ['INSERT', 'UPDATE', 'DELETE'])
        assert.deepEqual(heard[event].map((c) => c.eventType), [event]);
      await viewer.removeChannel(channel);
    });

    it('filters on the new row', async () => {
      const heard = [];
      const channel = viewer.channel('filtered').on('postgres_changes',
        { event: '*', schema: 'public', table: 'notes', filter: 'entity_id=eq.wanted' }, (c) => heard.push(c.new.body));
      await live(channel);
      await write(root.from('notes').insert([note('no'), note('yes', { entity_id: 'wanted' }), note('neither')]));
      await write(root.from('notes').insert(note('last', { entity_id: 'wanted' })));
      await until(() => heard.includes('last'), 5_000, 'the last change');
      assert.deepEqual(heard, ['yes', 'last']);
      await viewer.removeChannel(channel);
    });

    it('keeps commit order over tables and channels', async () => {
      const heard = [];
      const channel = viewer.channel('order').on('postgres_changes', { event: '*', schema: 'public', table: '*' },
        (c) => c.table === 'notes' && heard.push(c.new.body));
      await live(channel);
      for (let i = 0; i < 30; ++i) await write(root.from('notes').insert(note(String(i))));
      await until(() => heard.length >= 30, 5_000, '30 changes');
      assert.deepEqual(heard, Array.from({ length: 30 }, (_, i) => String(i)));
      await viewer.removeChannel(channel);
    });

    it('says that a table does not exist', async () => {
      const channel = viewer.channel('nothing')
        .on('postgres_changes', { event: '*', schema: 'public', table: 'no_such_table' }, () => {});
      await assert.rejects(live(channel), /Unable to subscribe to changes/);
      await viewer.removeChannel(channel);
    });

    it('tells the signed-out nothing', async () => {
      const heard = [];
      const stranger = client(backend, { vsn });
      const channel = stranger.channel('stranger')
        .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'notes' }, (c) => heard.push(c));
      await live(channel).catch(() => {}); // refused or deaf: both are right
      const mine = [];
      const fence = viewer.channel('fence')
        .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'notes' }, (c) => mine.push(c));
      await live(fence);
      await write(root.from('notes').insert(note('secret')));
      await until(() => mine.length === 1, 5_000, 'the staff to hear it');
      await until(() => true, 200, '');
      assert.ok(heard.every((c) => !('body' in c.new)));
      await viewer.removeChannel(fence);
    });

    it('joins, leaves and rejoins 50 times without losing a change', { timeout: 90_000 }, async () => {
      for (let i = 0; i < 50; ++i) {
        const heard = [];
        const channel = viewer.channel('again')
          .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'notes' }, (c) => heard.push(c.new.body));
        await live(channel);
        await write(root.from('notes').insert(note(`round ${i}`)));
        await until(() => heard.length > 0, 5_000, `the change of round ${i}`);
        assert.deepEqual(heard, [`round ${i}`]);
        assert.equal(await viewer.removeChannel(channel), 'ok');
      }
    });

    it('carries broadcasts between clients', async () => {
      const other = await signedIn(backend, 'support', { vsn });
      const heard = [];
      const ear = viewer.channel('room').on('broadcast', { event: 'hello' }, (m) => heard.push(m.payload));
      const mouth = other.channel('room', { config: { broadcast: { ack: true } } });
      await Promise.all([ear, mouth].map((c) => new Promise((done) => c.subscribe((s) => s === 'SUBSCRIBED' && done()))));
      assert.equal(await mouth.send({ type: 'broadcast', event: 'hello', payload: { a: 1, u: 'é' } }), 'ok');
      await until(() => heard.length > 0, 5_000, 'the broadcast');
      assert.deepEqual(heard[0], { a: 1, u: 'é' });
      await viewer.removeChannel(ear);
    });
  });
}
