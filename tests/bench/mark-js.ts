/** One round of mark.js with 1,000 names on the text of the bench, over linkedom: prints milliseconds. */
import { parseHTML } from 'linkedom';
import { names, newsText } from './seeded.ts';

const { document, window } = parseHTML('<!doctype html><body></body>');
Object.assign(globalThis, { window, document, Node: window.Node, NodeFilter: window.NodeFilter });
for (const block of newsText(5_000_000).split('\u2029')) {
  const paragraph = document.createElement('p');
  paragraph.textContent = block;
  document.body.append(paragraph);
}
const { default: Mark } = await import('mark.js');
const started = performance.now();
new Mark(document.body).mark(names(1_000), {
  separateWordSearch: false,
  accuracy: 'exactly',
  done: () => process.stdout.write(String(performance.now() - started)),
});
