import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { ENGINES } from '../../scripts/browsers.mjs';
import { openEngine, type Engine, type Session } from '../support/engine.js';

const PAGE = `<!doctype html><html lang="en"><title>Engines</title>
<script nonce="n">
  window.reports = [];
  document.addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective));
  customElements.define('x-inner', class extends HTMLElement {
    constructor() {
      super();
      const button = document.createElement('button');
      button.textContent = 'Press';
      button.addEventListener('click', (event) => { window.trusted = event.isTrusted; });
      this.attachShadow({ mode: 'open' }).append(button);
    }
  });
  customElements.define('x-outer', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).append(document.createElement('x-inner'));
    }
  });
  addEventListener('keydown', (event) => { window.lastKey = event.key; });
</script>
<p>A page.</p><x-outer></x-outer>`;

const POLICY = "script-src 'nonce-n'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

for (const name of ENGINES) {
  describe(`the test driver of ${name}`, () => {
    let server: Server;
    let engine: Engine;
    let session: Session;
    let address: string;

    before(async () => {
      server = createServer((_, response) => {
        response.setHeader('content-type', 'text/html');
        response.setHeader('content-security-policy', POLICY);
        response.setHeader('set-cookie', 'served=1; Path=/; HttpOnly');
        response.end(PAGE);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://localhost:${(server.address() as AddressInfo).port}/`;
      engine = await openEngine(name);
      session = await engine.newSession();
      await session.goto(address);
    });

    after(async () => {
      await engine?.close();
      server.close();
    });

    it('evaluates expressions and waits for promises, under a strict policy', async () => {
      assert.equal(await session.evaluate('Promise.resolve(document.title)'), 'Engines');
      assert.deepEqual(await session.evaluate('({ list: [1, null], reports })'), { list: [1, null], reports: [] });
    });

    it('passes on what the page throws', async () => {
      await assert.rejects(session.evaluate('missing.value'), /missing/);
    });

    it('clicks through shadow roots as a person does', async () => {
      await session.click('x-outer', 'x-inner', 'button');
      assert.equal(await session.waitFor('window.trusted'), true);
    });

    it('presses keys', async () => {
      await session.press('Escape');
      assert.equal(await session.waitFor('window.lastKey'), 'Escape');
    });

    it('reads the cookie jar, also what scripts cannot see', async () => {
      const names = (await session.cookies()).map((cookie) => `${cookie.name}=${cookie.value}`);
      assert.deepEqual(names, ['served=1']);
    });

    it('gives each session a profile of its own', async () => {
      await session.evaluate('(localStorage.setItem("mine", "1"), document.cookie = "mine=1")');
      const other = await engine.newSession();
      await other.goto(address);
      assert.equal(await other.evaluate('localStorage.getItem("mine") + document.cookie'), 'null');
      await other.close();
      assert.equal(await session.evaluate('document.cookie'), 'mine=1');
    });
  });
}
