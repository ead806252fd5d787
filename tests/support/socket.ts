/** A server for WebSocket connections, on the third parties' host: it says hello, and tells who called. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A running server. */
export interface SocketServer {
  readonly url: string;
  /** The addresses that were asked for, oldest first. */
  readonly log: string[];
  close(): void;
}

/** What RFC 6455 adds to the key of a request. */
const SALT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Starts a server that sends one text to each connection. */
export async function startSocketServer(text: string): Promise<SocketServer> {
  const log: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('upgrade', (request, socket: Duplex) => {
    log.push(request.url ?? '');
    sockets.add(socket);
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}${SALT}`)
      .digest('base64');
    socket.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${accept}`,
        '',
        '',
      ].join('\r\n'),
    );
    // One whole text of less than 126 bytes, as a frame.
    socket.write(Buffer.concat([Buffer.from([0x81, Buffer.byteLength(text)]), Buffer.from(text)]));
    // Nothing is sent to it but the end, which it returns.
    socket.on('data', () => socket.end(Buffer.from([0x88, 0])));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    log,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
