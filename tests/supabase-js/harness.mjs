// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the real boltdesk-server and makes unmodified supabase-js clients for it.
import { createClient } from '@supabase/supabase-js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';

const program = process.env.BOLT_SERVER;
if (!program || !fs.existsSync(program))
  throw new Error('BOLT_SERVER must name the built boltdesk-server');

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A backend process on a free port (or `port`), up when this resolves. */
export async function startBackend({ database = 'sqlite::memory:', port = 0, extra = [] } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'boltdesk-sjs-'));
  const readyFile = path.join(folder, 'ready.json');
  const child = spawn(program, ['--listen', `127.0.0.1:${port}`, '--database', database, '--demo',
    '--ready-file', readyFile, ...extra], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let complaints = '';
  child.stderr.on('data', (text) => { complaints += text; });
  const exited = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return { code, signal };
  });
  let gone = false;
  exited.then(() => { gone = true; });
  await until(() => {
    if (gone) throw new Error(`the backend ended while it started: ${complaints}`);
    return fs.existsSync(readyFile);
  }, 60_000, 'the ready file');
  const mode = fs.statSync(readyFile).mode & 0o777;
  const ready = JSON.parse(fs.readFileSync(readyFile, 'utf8'));
  return {
    ...ready,
    mode,
    readyFile,
    port: Number(new URL(ready.url).port),
    complaints: () => complaints,
    user: (role) => ready.users.find((u) => u.role === role),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const end = await exited;
      fs.rmSync(folder, { recursive: true, force: true });
      return end;
    },
  };
}

let shared;
/** One backend for the suites that do not restart it; stopped by stopShared. */
export const sharedBackend = () => (shared ??= startBackend());
export const stopShared = async () => shared && (await shared).stop();

const clients = new Set();

/** A client as an application makes it; Node before 22 has no WebSocket of its own. */
export function client(backend, { key = backend.anon_key, vsn = '2.0.0', realtime = {} } = {}) {
  const made = createClient(backend.url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket, vsn, ...realtime },
  });
  clients.add(made);
  return made;
}

export async function signedIn(backend, role, options) {
  const made = client(backend, options);
  const { email, password } = backend.user(role);
  const { error } = await made.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return made;
}

export const service = (backend, options = {}) => client(backend, { key: backend.service_key, ...options });

export async function closeClients() {
  for (const made of clients) {
    await made.removeAllChannels();
    made.realtime.disconnect();
  }
  clients.clear();
}

/** Polls; nothing here is announced by an event that could be waited for. */
export async function until(condition, ms, what) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Joins and waits until the stream is live: SUBSCRIBED comes before the database subscription exists, the system message
 * after it.
 */
export function live(channel, ms = 10_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${channel.topic} did not become live`)), ms);
    channel
      .on('system', {}, (message) => {
        if (message.extension !== 'postgres_changes') return;
        clearTimeout(timer);
        if (message.status === 'ok') resolve(channel);
        else reject(new Error(message.message));
      })
      .subscribe((status, error) => {
        if (status === 'CHANNEL_ERROR') {
          clearTimeout(timer);
          reject(error ?? new Error(status));
        }
      });
  });
}

export const note = (body, more = {}) =>
  ({ entity_type: 'job', entity_id: 'none', author_email: 'suite@boltdesk.test', body, ...more });
