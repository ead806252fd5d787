import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Envelope } from '../../src/core/receipt/envelope.js';
import {
  DAY,
  ENGINES,
  lastMail,
  ORIGIN,
  postForm,
  read,
  readMails,
  send,
  signUp,
  startHost,
  stateIn,
  subscribe,
  type TestHost,
} from './support/host.js';

const ONE_CLICK = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });

for (const engine of ENGINES) {
  describe(`signing up and stopping over ${engine}`, () => {
    let host: TestHost;
    let address: string;
    let count = 0;

    const confirm = (token: string) => postForm(host.app, '/newsletter/confirm', new URLSearchParams({ token }));
    const oneClick = (token: string, form = ONE_CLICK, headers = {}) =>
      postForm(host.app, `/newsletter/one-click?token=${token}`, form, headers);
    const status = async (token: string) => stateIn(await read(host.app, token)).status;
    const records = async (): Promise<Envelope[]> => {
      const rows = await host.database.query<{ envelope: Envelope }>(
        'SELECT envelope FROM fairsay_records ORDER BY place',
      );
      return rows.map(({ envelope }) => envelope);
    };

    before(async () => {
      host = await startHost(engine);
    });

    beforeEach(() => {
      count += 1;
      address = `ana${count}@example.com`;
    });

    after(() => host.stop());

    test('a sign-up waits for its second step, with the topics that were asked for', async () => {
      const answer = await signUp(host.app, address, 'offers');
      assert.equal(answer.statusCode, 202);
      const { manage, headers } = await lastMail(host);
      assert.equal(headers['To'], address);
      const { status: stands, topics } = stateIn(await read(host.app, manage));
      assert.deepEqual([stands, topics], ['pending', { news: false, offers: true }]);
    });

    test('without topics a sign-up is for the first one alone', async () => {
      await signUp(host.app, address);
      const { topics } = stateIn(await read(host.app, (await lastMail(host)).manage));
      assert.deepEqual(topics, { news: true, offers: false });
    });

    test('every mail has both headers of RFC 8058, and its links are for it alone', async () => {
      await subscribe(host, address);
      const mails = await readMails(host);
      for (const { headers, stop } of mails) {
        assert.equal(headers['List-Unsubscribe'], `<${ORIGIN}/newsletter/one-click?token=${stop}>`);
        assert.equal(headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
      }
      assert.equal(new Set(mails.map(({ stop }) => stop)).size, mails.length);
    });

    test('opening the links of a mail changes nothing, however often a scanner does it', async () => {
      await signUp(host.app, address);
      const { confirm: first, stop, manage } = await lastMail(host);
      const before = await records();
      for (const url of [`/newsletter/confirm?token=${first}`, `/newsletter/one-click?token=${stop}`]) {
        for (const method of ['GET', 'HEAD', 'GET'] as const) {
          assert.equal((await host.app.inject({ method, url })).statusCode, 200);
        }
      }
      assert.equal(await status(manage), 'pending');
      assert.deepEqual(await records(), before);
    });

    test('the button behind the link confirms, once, and leaves a record of what was shown', async () => {
      await signUp(host.app, address);
      const { confirm: token, manage } = await lastMail(host);
      const shown = await host.app.inject(`/newsletter/confirm?token=${token}`);
      assert.match(shown.body, /To a…@example\.com: News\./);
      const before = (await records()).length;
      assert.equal((await confirm(token)).statusCode, 200);
      assert.equal((await confirm(token)).statusCode, 200);
      assert.equal(await status(manage), 'subscribed');
      const [record, ...others] = (await records()).slice(before);
      assert.deepEqual(record?.choices, { status: 'subscribed', news: true });
      assert.match(record?.shown.hash ?? '', /^[\da-f]{64}$/);
      assert.deepEqual(others, []);
      assert.equal((await lastMail(host)).headers['Subject'], 'You are subscribed');
    });

    test('the answer to a sign-up is the same for an address that is new, known, subscribed or in peace', async () => {
      const answers = [await signUp(host.app, address), await signUp(host.app, address)];
      await confirm((await lastMail(host)).confirm);
      answers.push(await signUp(host.app, address));
      await host.database.query(`UPDATE fairsay_subscribers SET status = 'suppressed' WHERE address = $1`, [address]);
      answers.push(await signUp(host.app, address));
      assert.deepEqual(
        answers.map(({ statusCode, body, headers }) => [statusCode, body, { ...headers, date: '' }]),
        answers.map(() => [answers[0]?.statusCode, answers[0]?.body, { ...answers[0]?.headers, date: '' }]),
      );
    });

    test('pressing twice, or in another spelling, sends one mail', async () => {
      const before = (await readMails(host)).length;
      await Promise.all([address, address.toUpperCase(), ` ${address} `].map((each) => signUp(host.app, each)));
      assert.equal((await readMails(host)).length, before + 1);
    });

    test('nobody fills a mailbox by our form: five mails in a day, and no more', async () => {
      const before = (await readMails(host)).length;
      for (let time = 0; time < 9; time += 1) {
        await signUp(host.app, address);
        host.pass(60);
      }
      assert.equal((await readMails(host)).length, before + 5);
      host.pass(DAY);
      await signUp(host.app, address);
      assert.equal((await readMails(host)).length, before + 6);
    });

    test('who is subscribed stays so when somebody types the address in again', async () => {
      const { manage } = await subscribe(host, address);
      const state = stateIn(await read(host.app, manage));
      host.pass(60);
      await signUp(host.app, address, 'offers');
      assert.deepEqual(stateIn(await read(host.app, manage)), state);
      assert.equal((await lastMail(host)).headers['Subject'], 'You are subscribed already');
    });

    test('an address that was suppressed gets no mail, whoever types it in', async () => {
      await subscribe(host, address);
      await host.database.query(`UPDATE fairsay_subscribers SET status = 'suppressed' WHERE address = $1`, [address]);
      host.pass(60);
      const before = (await readMails(host)).length;
      await signUp(host.app, address);
      assert.equal((await readMails(host)).length, before);
    });

    test('a link to confirm is good for a week', async () => {
      await signUp(host.app, address);
      const { confirm: token, manage } = await lastMail(host);
      host.pass(7 * DAY);
      assert.equal((await confirm(token)).statusCode, 410);
      assert.equal((await host.app.inject(`/newsletter/confirm?token=${token}`)).statusCode, 410);
      assert.equal(await status(manage), 'pending');
    });

    test('more private: who stopped does not come back by an old link to confirm', async () => {
      await signUp(host.app, address);
      const { confirm: token, stop, manage } = await lastMail(host);
      await oneClick(stop);
      const answer = await confirm(token);
      assert.match(answer.body, /You get no mail/);
      assert.equal(await status(manage), 'unsubscribed');
    });

    test('a mail program unsubscribes with one request, without cookie, login or redirect', async () => {
      const { stop, manage } = await subscribe(host, address);
      const answer = await oneClick(stop);
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.body, 'You get no more mail.');
      assert.match(String(answer.headers['content-type']), /^text\/plain/);
      assert.deepEqual([answer.headers['set-cookie'], answer.headers['location']], [undefined, undefined]);
      assert.equal(await status(manage), 'unsubscribed');
      const record = (await records()).at(-1);
      assert.deepEqual(
        [record?.source, record?.choices, record?.previous],
        ['one-click', { status: 'unsubscribed' }, { status: 'subscribed' }],
      );
    });

    test('the other encoding of RFC 8058 is read as well', async () => {
      const { stop, manage } = await subscribe(host, address);
      const part = '--mark\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--mark--\r\n';
      const { statusCode } = await host.app.inject({
        method: 'POST',
        url: `/newsletter/one-click?token=${stop}`,
        headers: { 'content-type': 'multipart/form-data; boundary=mark' },
        payload: part,
      });
      assert.equal(statusCode, 200);
      assert.equal(await status(manage), 'unsubscribed');
    });

    test('unsubscribing again, or after the address was deleted, is no error and no second record', async () => {
      const { stop } = await subscribe(host, address);
      await oneClick(stop);
      const before = (await records()).length;
      assert.equal((await oneClick(stop)).statusCode, 200);
      await host.database.query('DELETE FROM fairsay_subscribers WHERE address = $1', [address]);
      assert.equal((await oneClick(stop)).statusCode, 200);
      assert.equal((await records()).length, before);
    });

    test('links to unsubscribe in old mail go on working, after years', async () => {
      const { stop } = await subscribe(host, address);
      host.pass(5 * 365 * DAY);
      const { manage } = await subscribe(host, `late${address}`);
      assert.equal((await oneClick(stop)).statusCode, 200);
      assert.equal((await read(host.app, manage)).statusCode, 200);
      const rows = await host.database.query('SELECT status FROM fairsay_subscribers WHERE address = $1', [address]);
      assert.deepEqual(rows, [{ status: 'unsubscribed' }]);
    });

    test('a POST that does not say so, or has half a link, unsubscribes nobody', async () => {
      const { stop, manage } = await subscribe(host, address);
      assert.equal((await oneClick(stop, new URLSearchParams({ a: 'b' }))).statusCode, 400);
      assert.equal((await oneClick(stop.slice(0, 20))).statusCode, 404);
      assert.equal((await oneClick(manage)).statusCode, 404);
      assert.equal(await status(manage), 'subscribed');
    });

    test('a person who presses the button reads a page, and the record says that it was a button', async () => {
      const { stop } = await subscribe(host, address);
      const answer = await oneClick(stop, ONE_CLICK, { accept: 'text/html' });
      assert.match(answer.body, /<h1>You get no more mail<\/h1>/);
      assert.equal((await records()).at(-1)?.source, 'button');
    });

    test('signing up anew after a stop waits for its second step again, and asks for e-mail again', async () => {
      const { stop, manage } = await subscribe(host, address);
      await send(host.app, manage, { patch: { channels: { email: false } }, version: 2 });
      await oneClick(stop);
      host.pass(60);
      await signUp(host.app, address);
      const { status: stands, channels, version } = stateIn(await read(host.app, manage));
      assert.deepEqual([stands, channels], ['pending', { email: true }]);
      const answer = await send(host.app, manage, { patch: { status: 'subscribed' }, version });
      assert.equal(stateIn(answer).status, 'pending');
    });

    test('a bad address, an unknown topic and 1 MB are refused, to a person on a page', async () => {
      const html = { accept: 'text/html,*/*' };
      const ask = (form: [string, string][], headers = {}) =>
        postForm(host.app, '/newsletter/subscribe', new URLSearchParams(form), headers);
      const bad = await ask([['email', '<b>ana</b>']], html);
      assert.equal(bad.statusCode, 400);
      assert.match(bad.body, /<p class="lead">This is no e-mail address\.<\/p>/);
      assert.equal(
        (
          await ask([
            ['email', address],
            ['topics', 'gossip'],
          ])
        ).statusCode,
        400,
      );
      const none = { method: 'POST', url: '/newsletter/subscribe', payload: { email: address, topics: [] } } as const;
      assert.equal((await host.app.inject(none)).statusCode, 400);
      assert.equal((await ask([['email', 'a'.repeat(1_000_000)]])).statusCode, 413);
      assert.equal((await ask([['name', address]])).statusCode, 400);
    });

    test('pages with a token in their address load nothing of others and tell it nobody', async () => {
      const { stop } = await subscribe(host, address);
      const { headers, body } = await host.app.inject(`/newsletter/one-click?token=${stop}`);
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(String(headers['content-security-policy']), /^default-src 'none'; .*frame-ancestors 'none'$/);
      assert.doesNotMatch(body, /<script|https?:/);
    });

    test('what stands in the address of a page is text on it', async () => {
      const { body } = await host.app.inject(`/newsletter/one-click?token=${encodeURIComponent('"><script>')}`);
      assert.doesNotMatch(body, /<script|"">/);
    });
  });
}
