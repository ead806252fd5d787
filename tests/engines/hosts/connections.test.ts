/** Connections and workers: no connection before a yes, or after a no; what a worker runs is never of another site. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startSocketServer, type SocketServer } from '../../support/socket.js';
import { eventually, onEveryEngine, SETTLED, type Stage } from '../stage.js';
import { assertHeld, open, serve } from './shop.js';

const TYPES = "['open', 'message', 'error', 'close', 'price']";

/** Makes a connection in the page, and writes down what it hears: by listeners and by handlers. */
const connect = (maker: string, url: string): string => `(() => {
  const made = window.made = new ${maker}('${url}');
  window.heard = [];
  for (const type of ${TYPES}) {
    made.addEventListener(type, (event) => heard.push(type + ' ' + made.readyState + ' ' + (event.data ?? '') + (event.target === made)));
    made['on' + type] = () => heard.push('on' + type);
  }
})()`;

const heard = ({ session }: Stage): Promise<string[]> => session.evaluate<string[]>('heard');

let server: SocketServer;

before(async () => {
  server = await startSocketServer('hello');
});

after(() => {
  server.close();
});

function defineSocket(stage: Stage): void {
  it('connects a held WebSocket after a yes, and it has been the same object all the time', async () => {
    server.log.length = 0;
    await open(stage);
    await stage.session.evaluate(connect('WebSocket', `${server.url}/held`));
    await assertHeld(stage);
    assert.deepEqual(
      await stage.session.evaluate(
        `[made.readyState, made.url, made instanceof WebSocket, made.bufferedAmount,
          made.binaryType, made.protocol, made.CONNECTING, made.OPEN, String(made)]`,
      ),
      [0, `${server.url}/held`, true, 0, 'blob', '', 0, 1, '[object WebSocket]'],
    );
    assert.deepEqual(server.log, []);
    await stage.session.evaluate('(made.binaryType = "arraybuffer", fairsay.acceptAll())');
    await eventually(() => heard(stage), ['onopen', 'open 1 true', 'onmessage', 'message 1 hellotrue']);
    assert.deepEqual(await stage.session.evaluate('[made.readyState, made.binaryType]'), [1, 'arraybuffer']);
    assert.deepEqual(server.log, ['/held']);
    await stage.session.evaluate('made.close()');
    await stage.session.waitFor('heard.includes("onclose") && made.readyState === 3');
  });

  it('fails a held WebSocket after a no as a network failure does', async () => {
    server.log.length = 0;
    await open(stage);
    await stage.session.evaluate(connect('WebSocket', `${server.url}/held`));
    await stage.session.evaluate('fairsay.rejectAll()');
    await stage.session.waitFor('heard.includes("onclose")');
    assert.deepEqual(await heard(stage), ['onerror', 'error 3 true', 'onclose', 'close 3 true']);
    assert.deepEqual(server.log, []);
  });

  it('closes a held WebSocket that the page closes, and throws where it sends too early', async () => {
    server.log.length = 0;
    await open(stage);
    await stage.session.evaluate(connect('WebSocket', `${server.url}/held`));
    await stage.session.evaluate(SETTLED);
    assert.equal(
      await stage.session.evaluate(`(() => { try { made.send('x') } catch (error) { return error.name } })()`),
      'InvalidStateError',
    );
    await stage.session.evaluate('made.close()');
    await stage.session.waitFor('heard.includes("onclose")');
    await stage.session.evaluate('fairsay.acceptAll()');
    await stage.session.evaluate(SETTLED);
    assert.deepEqual([await stage.session.evaluate('made.readyState'), server.log], [3, []]);
  });

  it('holds a WebSocket of a class of the page, and leaves the class what it is', async () => {
    await open(stage);
    const found = await stage.session.evaluate(
      `(() => {
        class Own extends WebSocket { greet() { return 'hi' } }
        const made = new Own('${server.url}/own');
        const name = (act) => { try { act() } catch (error) { return error.name } };
        return [made instanceof Own, made.greet(), made.readyState, WebSocket.name, WebSocket.length, WebSocket.OPEN,
          /native code/.test(WebSocket), name(() => WebSocket('${server.url}')), name(() => new WebSocket('http://['))];
      })()`,
    );
    assert.deepEqual(found, [true, 'hi', 0, 'WebSocket', 1, 1, true, 'TypeError', 'SyntaxError']);
  });
}

function defineEvents(stage: Stage): void {
  const EVENTS = 'data: one\n\nevent: price\ndata: two\n\n';

  it('connects a held EventSource after a yes, and passes on events of every name', async () => {
    const headers = { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' };
    stage.site.partyPages.set('/events', { html: EVENTS, headers });
    await open(stage);
    await stage.session.evaluate(connect('EventSource', `${stage.site.partyUrl}/events`));
    await assertHeld(stage);
    assert.deepEqual(
      await stage.session.evaluate(
        '[made.readyState, made.url, made.withCredentials, made instanceof EventSource, made.CLOSED]',
      ),
      [0, `${stage.site.partyUrl}/events`, false, true, 2],
    );
    await stage.session.evaluate('fairsay.acceptAll()');
    await stage.session.waitFor(`heard.includes('price 1 twotrue')`);
    await stage.session.evaluate('made.close()');
    assert.deepEqual((await heard(stage)).slice(0, 5), [
      'onopen',
      'open 1 true',
      'onmessage',
      'message 1 onetrue',
      'price 1 twotrue',
    ]);
    assert.equal(await stage.session.evaluate('made.readyState'), 2);
  });

  it('fails a held EventSource after a no', async () => {
    await open(stage);
    await stage.session.evaluate(connect('EventSource', `${stage.site.partyUrl}/events`));
    await stage.session.evaluate('fairsay.rejectAll()');
    await stage.session.waitFor(`heard.includes('error 2 true')`);
    await assertHeld(stage);
  });
}

function defineWorkers(stage: Stage): void {
  it('asks for no worker of another site, before a yes or after, as no browser does', async () => {
    serve(stage, 'worker.js');
    await open(stage);
    const make = `Promise.all(['Worker', 'SharedWorker'].map((name) => new Promise((resolve) => {
      try { new window[name]('${stage.site.partyUrl}/worker.js').onerror = () => resolve('error') } catch (error) { resolve(error.name) }
    })))`;
    for (const answer of ['0', 'fairsay.acceptAll()']) {
      await stage.session.evaluate(answer);
      const ends = await stage.session.evaluate<string[]>(make);
      assert.ok(
        ends.every((end) => /^(error|SecurityError)$/.test(end)),
        ends.join(),
      );
      await assertHeld(stage);
    }
  });
}

onEveryEngine('connections that scripts open', (stage) => {
  defineSocket(stage);
  defineEvents(stage);
  defineWorkers(stage);
});
