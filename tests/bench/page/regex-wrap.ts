/** A peer: one expression for all names, asked of each text node; what it finds is wrapped in `<mark>`. */
export function run(words: readonly string[]): void {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const names = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement?.localName ?? '';
    if (parent !== 'script' && parent !== 'style' && parent !== 'textarea') nodes.push(node as Text);
  }
  for (const node of nodes) {
    const found = [...node.data.matchAll(names)];
    for (const { 0: name, index } of found.reverse()) {
      const mention = node.splitText(index);
      mention.splitText(name.length);
      const mark = document.createElement('mark');
      mention.replaceWith(mark);
      mark.append(mention);
    }
  }
}
