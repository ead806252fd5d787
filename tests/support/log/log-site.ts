/** A shop with a log: it serves the built files and the pages of a test, and writes down what is posted to `/choices`. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Envelope } from '../../../src/core/receipt/envelope.js';
import type { Entry, ExtraPage, Site } from '../site.js';

const ROOT = new URL('../../../../', import.meta.url);

/** One body that arrived. */
export interface Post {
  readonly records: readonly Envelope[];
  readonly headers: IncomingMessage['headers'];
}

/** What the log does with a body: answers with a status, breaks the connection, or says nothing at all. */
export type Treatment = { readonly status: number; readonly headers?: Record<string, string> } | 'lost' | 'silent';

export interface LogSite extends Site {
  /** Everything that arrived, oldest first. */
  readonly posts: Post[];
  /** How bodies are treated, in turn; the last one for good. */
  treat(...treatments: Treatment[]): void;
}

const TAKEN: Treatment = { status: 204 };

export async function startLogSite(): Promise<LogSite> {
  const pages = new Map<string, ExtraPage>();
  const log: Entry[] = [];
  const posts: Post[] = [];
  let treatments: Treatment[] = [TAKEN];

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { records } = JSON.parse(await text(request)) as Post;
    posts.push({ records, headers: request.headers });
    const treatment = (treatments.length > 1 ? treatments.shift() : treatments[0]) ?? TAKEN;
    if (treatment === 'lost') {
      request.socket.destroy();
    } else if (treatment !== 'silent') {
      response.writeHead(treatment.status, treatment.headers).end();
    }
  };

  const serve = (path: string, response: ServerResponse): void => {
    const page = pages.get(path);
    if (page) {
      response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      response.end(page.html);
    } else if (/^\/dist\/[\w./-]+\.js$/.test(path) && !path.includes('..')) {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(readFileSync(new URL(`.${path}`, ROOT)));
    } else {
      response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/choices' && request.method === 'POST') {
      void take(request, response);
    } else {
      serve(pathname, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const shopUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    shopUrl,
    partyUrl: shopUrl,
    log,
    pages,
    partyPages: new Map(),
    posts,
    treat: (...next) => {
      treatments = next;
    },
    clearLog: () => {
      posts.length = 0;
      treatments = [TAKEN];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
