import { describe, expect, it } from 'vitest';
import { builtOrNot, FOR_TESTS, isBuilt, readManifest, SHIPPED } from './built.ts';

describe.each(SHIPPED)('the manifest', (build) => {
  describe.skipIf(!isBuilt(build))(builtOrNot(build), () => {
    const manifest = isBuilt(build) ? readManifest(build) : {};

    it('is what was agreed on, to the letter', async () => {
      const text = `${JSON.stringify({ ...manifest, version: undefined }, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`./manifests/${build}.snap`);
    });

    it('asks for nothing that makes the browser warn at install', () => {
      expect(manifest.permissions).toEqual([
        'storage',
        'unlimitedStorage',
        'scripting',
        'activeTab',
        'contextMenus',
        'alarms',
        ...(build === 'chrome-mv3' ? ['sidePanel'] : []),
      ]);
      expect(manifest).not.toHaveProperty('host_permissions');
      expect(manifest).not.toHaveProperty('content_scripts');
    });

    it('lets pages be read only after the reader has said so', () => {
      expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
    });

    it('opens no file and no port to pages and other extensions', () => {
      expect(manifest).not.toHaveProperty('web_accessible_resources');
      expect(manifest).not.toHaveProperty('externally_connectable');
    });

    it('starts its policy from nothing', () => {
      const policy = manifest.content_security_policy;
      expect(policy).toEqual({ extension_pages: expect.stringMatching(/^default-src 'none';/u) });
      const sources = JSON.stringify(policy).match(/(?:https?|wss?|data|blob):|\*|'unsafe-[\w-]+'/gu);
      expect(sources).toBeNull();
    });
  });
});

describe.skipIf(!isBuilt('chrome-mv3'))(builtOrNot('chrome-mv3'), () => {
  it('names the oldest Chromium that has what it needs', () => {
    expect(readManifest('chrome-mv3').minimum_chrome_version).toBe('128');
  });
});

describe.skipIf(!isBuilt('firefox-mv3'))(builtOrNot('firefox-mv3'), () => {
  it('names the oldest Firefox that the tests run, and that no data is collected', () => {
    expect(readManifest('firefox-mv3').browser_specific_settings).toEqual({
      gecko: {
        id: 'sidelight@sidelight.example',
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['none'] },
      },
    });
  });
});

describe.each(FOR_TESTS)('the manifest of the build for tests', (build) => {
  const shipped = SHIPPED[FOR_TESTS.indexOf(build)] ?? 'chrome-mv3';
  describe.skipIf(!isBuilt(build) || !isBuilt(shipped))(builtOrNot(build), () => {
    it('differs from the shipped one only in the loopback that it may read', () => {
      const { host_permissions: hosts, ...rest } = readManifest(build);
      expect(hosts).toEqual(['http://127.0.0.1/*', 'http://*.localhost/*', 'http://[::1]/*']);
      expect(rest).toEqual(readManifest(shipped));
    });
  });
});
