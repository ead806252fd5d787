/** What scripts send without an element: neither sent before a yes, nor at all after a no. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventually, onEveryEngine, SETTLED, type Stage } from '../stage.js';
import { assertHeld, open } from './shop.js';
import { defineWays, type Ways } from './ways.js';

const WAYS: Ways = {
  'fetch.txt': 'fetch(url)',
  'fetch-address.txt': 'fetch(new URL(url))',
  'fetch-request.txt': 'fetch(new Request(url))',
  'fetch-post.txt': "fetch(url, { method: 'POST', body: 'text', mode: 'no-cors', keepalive: true })",
  'xhr.txt': "const xhr = new XMLHttpRequest(); xhr.open('GET', url); xhr.send()",
  'xhr-relative.txt': "const xhr = new XMLHttpRequest(); xhr.open('POST', url.replace('http:', '')); xhr.send('text')",
  'beacon.txt': "navigator.sendBeacon(url, 'text')",
};

/** What one function in the page gives, with the third parties' origin as `party`. */
const evaluate = <T>({ session, site }: Stage, body: string): Promise<T> =>
  session.evaluate<T>(`(async (party) => { ${body} })('${site.partyUrl}')`);

/** Says no, or yes, once the page knows. */
const answer = ({ session }: Stage, name: 'acceptAll' | 'rejectAll' | 'withdraw'): Promise<unknown> =>
  session.evaluate(`new Promise((resolve) => {
    fairsay.${name}();
    fairsay.subscribe(({ state }) => state.decision && resolve(0));
  })`);

function defineFetch(stage: Stage): void {
  it('gives a held fetch its response after a yes', async () => {
    stage.site.partyPages.set('/data.json', { html: '{"a":1}', headers: { 'access-control-allow-origin': '*' } });
    await open(stage);
    await evaluate(
      stage,
      `window.answers = []; fetch(party + '/data.json').then((one) => one.json()).then((one) => answers.push(one))`,
    );
    await assertHeld(stage);
    assert.deepEqual(await stage.session.evaluate('answers'), []);
    await answer(stage, 'acceptAll');
    await eventually(() => stage.session.evaluate('answers'), [{ a: 1 }]);
  });

  it('rejects a held fetch after a no as a network failure does, and every later one at once', async () => {
    await open(stage);
    await evaluate(
      stage,
      `window.answers = []; fetch(party + '/data.json').catch((error) => answers.push(error.name))`,
    );
    await answer(stage, 'rejectAll');
    await eventually(() => stage.session.evaluate('answers'), ['TypeError']);
    assert.equal(await evaluate(stage, `return fetch(party + '/data.json').catch((error) => error.name)`), 'TypeError');
    await assertHeld(stage);
  });

  it('rejects a held fetch that the page calls off, with its reason, and never sends it', async () => {
    await open(stage);
    const reasons = await evaluate(
      stage,
      `const held = (signal) => fetch(party + '/data.json', { signal }).catch((error) => error.name ?? error);
       const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
       three.abort();
       const all = [held(one.signal), held(two.signal), held(three.signal)];
       one.abort(); two.abort('why');
       return Promise.all(all)`,
    );
    assert.deepEqual(reasons, ['AbortError', 'why', 'AbortError']);
    await answer(stage, 'acceptAll');
    await assertHeld(stage);
  });

  it('leaves the errors of fetch as they are', async () => {
    await open(stage);
    const found = await evaluate(
      stage,
      `const name = (act) => Promise.resolve().then(act).catch((error) => error.name);
       return Promise.all([
         name(() => fetch('http://[')), name(() => fetch(party, { method: 'TRACE' })), name(() => fetch(Symbol())),
         name(() => fetch(party, { body: 'x' })), name(() => fetch()),
       ])`,
    );
    assert.deepEqual(found, Array(5).fill('TypeError'));
  });
}

function defineBeacon(stage: Stage): void {
  it('takes a held beacon into its queue before an answer, and refuses one after a no', async () => {
    await open(stage);
    assert.equal(await evaluate(stage, `return navigator.sendBeacon(party + '/beacon.txt', 'x')`), true);
    await answer(stage, 'rejectAll');
    assert.equal(await evaluate(stage, `return navigator.sendBeacon(party + '/beacon.txt', 'x')`), false);
    await assertHeld(stage);
    // What was dropped stays dropped.
    await answer(stage, 'acceptAll');
    await assertHeld(stage);
    assert.equal(await evaluate(stage, `return navigator.sendBeacon(party + '/beacon.txt', 'x')`), true);
    await eventually(() => stage.requested(), ['/beacon.txt']);
  });
}

/** Opens a request in the page that writes down what it hears. */
const XHR = `const xhr = new XMLHttpRequest(), heard = window.heard = [];
  for (const type of ['readystatechange', 'load', 'error', 'abort', 'loadend']) {
    xhr.addEventListener(type, () => heard.push(type + ' ' + xhr.readyState));
  }
  xhr.open('GET', party + '/data.json');`;

function defineXhr(stage: Stage): void {
  it('sends a held XMLHttpRequest after a yes, with its headers', async () => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'x-own' };
    stage.site.partyPages.set('/data.json', { html: '{}', headers });
    await open(stage);
    await evaluate(
      stage,
      `${XHR} xhr.setRequestHeader('x-own', '1'); heard.splice(0); xhr.send(); heard.push(xhr.readyState)`,
    );
    await assertHeld(stage);
    assert.deepEqual(await stage.session.evaluate('heard'), [1]);
    await answer(stage, 'acceptAll');
    await stage.session.waitFor(`heard.includes('loadend 4')`);
    assert.deepEqual(await stage.session.evaluate(`heard.slice(-3)`), ['readystatechange 4', 'load 4', 'loadend 4']);
    // A header of the page's own is asked about first.
    const methods = stage.site.log.filter(({ url }) => url === '/data.json').map(({ method }) => method);
    assert.deepEqual(methods, ['OPTIONS', 'GET']);
  });

  it('ends a held XMLHttpRequest after a no as a network failure does', async () => {
    await open(stage);
    await evaluate(
      stage,
      `${XHR} xhr.onerror = () => heard.push('handler'); heard.splice(0); xhr.send(); window.xhr = xhr`,
    );
    await answer(stage, 'rejectAll');
    await stage.session.waitFor(`heard.includes('loadend 4')`);
    assert.deepEqual(await stage.session.evaluate('[heard, xhr.readyState, xhr.status, xhr.responseText]'), [
      ['readystatechange 4', 'error 4', 'handler', 'loadend 4'],
      4,
      0,
      '',
    ]);
    // It can be used again.
    assert.deepEqual(await stage.session.evaluate(`(xhr.open('GET', '/blank.html'), xhr.readyState)`), 1);
    await stage.session.evaluate('xhr.send()');
    await stage.session.waitFor('xhr.readyState === 4 && xhr.status === 200');
    await assertHeld(stage);
  });

  it('calls a held XMLHttpRequest off', async () => {
    await open(stage);
    await evaluate(stage, `${XHR} xhr.send(); window.xhr = xhr`);
    await stage.session.evaluate(SETTLED);
    await stage.session.evaluate('(heard.splice(0), xhr.abort())');
    assert.deepEqual(await stage.session.evaluate('heard'), ['readystatechange 4', 'abort 4', 'loadend 4']);
    await answer(stage, 'acceptAll');
    await assertHeld(stage);
  });

  it('leaves the errors of XMLHttpRequest as they are', async () => {
    await open(stage);
    const found = await evaluate(
      stage,
      `const name = (act) => { try { return act() } catch (error) { return error.name } };
       const sync = new XMLHttpRequest(), twice = new XMLHttpRequest(), early = new XMLHttpRequest();
       sync.open('GET', party, false); twice.open('GET', party); twice.send();
       return [
         name(() => sync.send()), name(() => twice.send()), name(() => early.send()),
         name(() => early.open('GET', 'http://[')), name(() => early.open('TRACE', party)), name(() => XMLHttpRequest.prototype.send.call({})),
       ]`,
    );
    assert.deepEqual(found, [
      'NetworkError',
      'InvalidStateError',
      'InvalidStateError',
      'SyntaxError',
      'SecurityError',
      'TypeError',
    ]);
    await assertHeld(stage);
  });
}

onEveryEngine('what scripts send', (stage) => {
  defineWays(stage, 'requests', WAYS);
  defineFetch(stage);
  defineBeacon(stage);
  defineXhr(stage);
});
