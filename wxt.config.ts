import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';

/** The packs that are shipped as files of the extension and read on demand. */
const PACKS = readdirSync('assets/packs').filter((name) => name.endsWith('.json'));

/** Loopback hosts that the end-to-end build may read without asking. */
const LOOPBACK = ['http://127.0.0.1/*', 'http://*.localhost/*', 'http://[::1]/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: 'assets/public',
  i18n: { localesDir: 'assets/locales' },
  alias: { '~': 'src' },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // 128: the first Chromium with `caretPositionFromPoint` and its shadow roots.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['<all_urls>'],
    ...(mode === 'e2e' ? { host_permissions: LOOPBACK } : {}),
    // Start from nothing: no address but the extension's own files, so that not even a bug can reach the network.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'site-mode': {
        description: '__MSG_command_siteMode__',
        suggested_key: { default: 'Alt+Shift+M' },
      },
      'next-mention': {
        description: '__MSG_command_next__',
        suggested_key: { default: 'Alt+Shift+Period' },
      },
      'previous-mention': {
        description: '__MSG_command_previous__',
        suggested_key: { default: 'Alt+Shift+Comma' },
      },
    },
  }),
  hooks: {
    'prepare:publicPaths': (_, paths) => {
      paths.push(...PACKS.map((name) => `packs/${name}`));
    },
    'build:publicAssets': (_, files) => {
      files.push(
        ...PACKS.map((name) => ({
          absoluteSrc: resolve('assets/packs', name),
          relativeDest: `packs/${name}`,
        })),
      );
    },
  },
  vite: () => ({
    // Papa Parse could fetch the files that it reads; here it gets texts only, and no script knows a way to the network.
    define: { XMLHttpRequest: 'undefined' },
    build: {
      // Dexie holds String.fromCharCode(65535); a minifier that writes it raw makes Chromium refuse the file.
      rolldownOptions: { output: { charset: 'ascii' } },
      // Its polyfill holds a `fetch`, and nothing of ours is preloaded.
      modulePreload: { polyfill: false },
    },
    // Every build as the one that readers get: the end-to-end build is what is measured, too.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  }),
});
