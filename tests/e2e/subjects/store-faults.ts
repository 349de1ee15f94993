import type { Pack } from '../../../src/dataset/schema.ts';

export { packAround } from '../../../src/store/around.ts';
export { openDatabase } from '../../../src/store/database.ts';
export { installPack, wholePack } from '../../../src/store/packs.ts';
export { recover } from '../../../src/store/recover.ts';
export { parse } from './store.ts';

/** A database as version 0.1 of Sidelight has left it. */
export function writeFirstVersion(name: string, pack: Pack): Promise<void> {
  return new Promise((resolve, reject) => {
    // Dexie counts in tens.
    const request = indexedDB.open(name, 10);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const { result } = request;
      result.createObjectStore('packs', { keyPath: 'id' });
      result.createObjectStore('index', { keyPath: 'key' });
      for (const table of ['entities', 'quotes']) {
        const store = result.createObjectStore(table, { keyPath: ['pack', 'id'] });
        store.createIndex('[pack+at]', ['pack', 'at']);
        if (table === 'entities') continue;
        store.createIndex('[pack+speaker]', ['pack', 'speaker']);
        store.createIndex('about', 'about', { multiEntry: true });
      }
    };
    request.onsuccess = () => {
      const { result } = request;
      const { entities, quotes, ...head } = pack;
      const transaction = result.transaction(['packs', 'entities', 'quotes'], 'readwrite');
      const counts = { entities: entities.length, quotes: quotes.length };
      transaction.objectStore('packs').put({ ...head, origin: 'imported', counts });
      for (const [at, entity] of entities.entries()) {
        transaction.objectStore('entities').put({ pack: pack.id, id: entity.id, at, entity });
      }
      for (const [at, quote] of quotes.entries()) {
        const about = [...new Set(quote.excerpts.flatMap(({ aboutStated }) => aboutStated))];
        transaction.objectStore('quotes').put({
          pack: pack.id,
          id: quote.id,
          at,
          speaker: quote.speaker,
          about: about.map((id) => `${pack.id}/${id}`),
          quote,
        });
      }
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        result.close();
        resolve();
      };
    };
  });
}

/** Lets the writes of all databases fail from the given one on; gives what ends that, and tells how many there were. */
export function failWritesFrom(first: number, name = 'AbortError'): () => number {
  let writes = 0;
  const { add, put } = IDBObjectStore.prototype;
  const failing = (real: typeof add) =>
    function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      writes += 1;
      if (writes >= first) throw new DOMException('a test lets this write fail', name);
      return key === undefined ? real.call(this, value) : real.call(this, value, key);
    };
  IDBObjectStore.prototype.add = failing(add);
  IDBObjectStore.prototype.put = failing(put);
  return () => {
    Object.assign(IDBObjectStore.prototype, { add, put });
    return writes;
  };
}
