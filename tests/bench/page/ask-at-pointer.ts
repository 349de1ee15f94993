/** A floor: what the cheapest question about the place of a pointer costs. */

export function run(): void {
  addEventListener('pointermove', ({ clientX, clientY }) => document.elementFromPoint(clientX, clientY), {
    capture: true,
    passive: true,
  });
}
