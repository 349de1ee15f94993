/** Boxes that have to be scrolled sideways, and words that stand outside the window; by class or tag. */
export function tooWide(): string[] {
  const root = document.querySelector('[popover]')?.shadowRoot ?? document;
  return [...root.querySelectorAll('body, body *, .card, .card *')]
    .filter((box) => isWide(box) || isCut(box))
    .map((box) => box.getAttribute('class') ?? box.localName);
}

function isWide(box: Element): boolean {
  if (!box.matches('.card, .scroll, main, body')) return false;
  return box.scrollWidth > box.clientWidth + 1 || isOutside(box.getBoundingClientRect());
}

function isCut(box: Element): boolean {
  if (box.closest('.hidden') !== null || !box.checkVisibility({ visibilityProperty: true })) return false;
  if (endsWithDots(box)) return false;
  return [...box.childNodes].some((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return false;
    const words = document.createRange();
    words.selectNodeContents(node);
    return [...words.getClientRects()].some(isOutside);
  });
}

/** Cut on purpose, and seen to be. */
function endsWithDots(box: Element | null): boolean {
  if (box === null) return false;
  return getComputedStyle(box).textOverflow === 'ellipsis' || endsWithDots(box.parentElement);
}

function isOutside({ left, right }: DOMRect): boolean {
  return left < -1 || right > innerWidth + 1;
}
