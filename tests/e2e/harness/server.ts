/**
 * Serves the fixtures on the loopback and writes down every request. It is the browsers' proxy too: what they want from
 * elsewhere is refused and written down as well, so that a test can show that the extension asks for nothing.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largePage } from '../../fixtures/large-page.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
/** Real pages that lie beside the project on some machines; they are not part of it. */
export const SHARED_PAGES = fileURLToPath(new URL('../../../../shared/pages/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** Headers of single fixtures. */
const HEADERS: Record<string, Record<string, string>> = {
  '/strict-csp.html': {
    // Firefox looks for an icon on every page and would complain by itself.
    'content-security-policy':
      "default-src 'none'; style-src 'none'; img-src data:; require-trusted-types-for 'script'",
  },
};

/** Pages that are made when they are asked for. */
const GENERATED: Record<string, () => string> = { '/large.html': largePage };

export interface FixtureServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  port: number;
  /** Paths that were asked of this server, in order. */
  asked: string[];
  /** Method and address of what was asked of others, through the proxy. */
  elsewhere: string[];
  close(): Promise<void>;
}

/** @param more pages that are made when they are asked for, by path */
export async function startServer(more: Record<string, () => string> = {}): Promise<FixtureServer> {
  const generated = { ...GENERATED, ...more };
  const asked: string[] = [];
  const elsewhere: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/')) {
      asked.push(url);
      void answer(request, response, generated);
    } else {
      elsewhere.push(`${request.method} ${url}`);
      response.writeHead(502).end();
    }
  });
  server.on('connect', ({ url }, socket) => {
    elsewhere.push(`CONNECT ${url}`);
    // A browser that closes meanwhile resets its connection: nobody waits for the answer.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    elsewhere,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  generated: Record<string, () => string>,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  // Browsers look for it beside pages that cannot name an icon.
  if (pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const body = await content(decodeURIComponent(pathname), generated);
  if (body === null) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...HEADERS[pathname],
  });
  response.end(body);
}

/** @returns `null` where there is nothing */
async function content(
  pathname: string,
  generated: Record<string, () => string>,
): Promise<string | Buffer | null> {
  const generate = generated[pathname];
  if (generate) return generate();
  // `normalize` of an absolute path leaves no way up and out of the folder.
  const inside = normalize(pathname);
  const file = inside.startsWith('/shared/')
    ? join(SHARED_PAGES, inside.slice('/shared/'.length))
    : join(FIXTURES, inside);
  return readFile(file).catch(() => null);
}
