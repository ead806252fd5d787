import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import fastify from 'fastify';
import type { Entry } from '../../demo/server/recorder.mjs';
import { startSite, type Site } from '../support/site.js';
import { addHost, NEWSLETTER, openStore, ORIGIN, post, recordOf, type Database } from './support/host.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the host side of the demo shop', () => {
  let folder: string;
  let site: Site;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairsay-site-'));
    site = await startSite({ dataDir: join(folder, 'data') });
  });

  beforeEach(() => {
    site.clearLog();
  });

  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async (path: string): Promise<string> => (await fetch(site.shopUrl + path)).text();
  const postTo = (path: string, body: string, headers: Record<string, string> = FORM): Promise<Response> =>
    fetch(site.shopUrl + path, { method: 'POST', headers, body, redirect: 'manual' });
  const signUp = (email: string): Promise<Response> =>
    postTo('/newsletter/subscribe', new URLSearchParams({ email }).toString());

  // The first test, as every other one opens the database.
  test('pages that need no database open none', async () => {
    for (const path of ['/', '/privacy.html', '/account.html']) {
      await get(path);
    }
    assert.deepEqual(readdirSync(folder), []);
  });

  test('what a page sends while it is being closed is stored', async () => {
    const record = recordOf({ id: randomBytes(16).toString('hex') });
    const body = new Blob([JSON.stringify({ records: [record] })], { type: 'application/json' });
    const { status } = await fetch(`${site.shopUrl}/choices`, { method: 'POST', body, keepalive: true });
    assert.equal(status, 204);
    assert.match(await get('/records.html'), new RegExp(record.id));
  });

  test('the page of records shows the newest first, and what was sent as text', async () => {
    const records = ['first', 'second'].map((version) => recordOf({ shown: { version, hash: '', lang: 'en' } }));
    for (const record of [...records, recordOf({ choices: { '<img src=x>': '<script>alert(1)</script>' } })]) {
      await postTo('/choices', JSON.stringify({ records: [record] }), { 'content-type': 'application/json' });
    }
    const page = await get('/records.html');
    assert.ok(page.indexOf(records[1]?.id ?? '-') < page.indexOf(records[0]?.id ?? '-'));
    assert.doesNotMatch(page, /<img src=x>|<script>alert/);
  });

  test('the page of records shows addresses masked, and each mail with its headers', async () => {
    await signUp('ana@example.com');
    const page = await get('/records.html');
    assert.match(page, /a…@example\.com/);
    assert.doesNotMatch(page, /ana@example\.com/);
    assert.match(page, /<dt>List-Unsubscribe<\/dt>\s*<dd>&lt;https:/);
    assert.match(page, /<dt>List-Unsubscribe-Post<\/dt>\s*<dd>List-Unsubscribe&#x3D;One-Click<\/dd>/);
  });

  test('the button on the page of records deletes everything, and no other site can press it', async () => {
    await signUp('bea@example.com');
    assert.equal((await postTo('/records/delete', '', { ...FORM, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.match(await get('/records.html'), /b…@example\.com/);
    assert.equal((await postTo('/records/delete', '', { ...FORM, 'sec-fetch-site': 'same-origin' })).status, 303);
    const page = await get('/records.html');
    assert.equal(page.match(/None yet\./g)?.length, 2);
    assert.match(page, /Empty\./);
  });

  test('one subscriber can be deleted, with every mail and without the others', async () => {
    await signUp('cleo@example.com');
    await signUp('dora@example.com');
    const id = /action="(\/records\/delete\/\d+)"(?=[^]*?d…@)/.exec(await get('/records.html'))?.[1] ?? '';
    assert.equal((await postTo(id, '')).status, 303);
    const page = await get('/records.html');
    assert.doesNotMatch(page, /d…@example\.com/);
    assert.match(page, /c…@example\.com/);
  });

  test('the page of the panel has no third party on it, and tells its address to nobody', async () => {
    const { headers } = await fetch(`${site.shopUrl}/account.html?token=secret`);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.doesNotMatch(await get('/account.html'), new RegExp(new URL(site.partyUrl).host));
    assert.match(await get('/'), new RegExp(new URL(site.partyUrl).host));
  });

  test('the log of requests says that there was a token, and not which', async () => {
    await fetch(`${site.shopUrl}/newsletter/one-click?token=secret&a=b`, {
      headers: { referer: `${site.shopUrl}/?token=secret` },
    });
    const [entry] = (await (await fetch(`${site.shopUrl}/__log`)).json()) as Entry[];
    assert.equal(entry?.url, '/newsletter/one-click?token=hidden&a=b');
    assert.equal(entry?.referer, `${site.shopUrl}/?token=hidden`);
  });

  test('a page that is not there is still the shop’s', async () => {
    const { status } = await fetch(`${site.shopUrl}/newsletter/nothing`);
    assert.equal(status, 404);
  });
});

describe('a host whose database fails', () => {
  /** A host over a database that works when it is told to. */
  async function startFailing(real: Database) {
    const works = { now: false };
    const app = fastify();
    const fail = (): Promise<never> => Promise.reject(new Error('password of the database: secret'));
    await addHost(app, {
      database: () => (works.now ? Promise.resolve(real) : fail()),
      newsletter: NEWSLETTER,
      sender: { name: 'Shop', address: 'service@shop.example', origin: ORIGIN, panel: '/account?token=' },
    });
    return { app, works };
  }

  test('says so without a word about why, and takes the same record once it is back', async () => {
    const { database: real, stop } = await openStore('PostgreSQL');
    const { app, works } = await startFailing(real);
    const record = recordOf();
    const failed = await post(app, { records: [record] });
    assert.equal(failed.statusCode, 503);
    assert.equal(failed.headers['retry-after'], '30');
    assert.doesNotMatch(failed.body, /secret/);
    works.now = true;
    assert.equal((await post(app, { records: [record] })).statusCode, 204);
    assert.equal((await real.query('SELECT 1 FROM fairsay_records')).length, 1);
    await stop();
  });
});
