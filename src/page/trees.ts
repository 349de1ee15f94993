/** The trees within the page that are read beside its own: shadow trees and frames. */
import { nameOf, shadowOf } from './dom.ts';

/** Frames smaller than this, in CSS pixels, hold advertisements and buttons, and are left alone. */
export const SMALLEST_FRAME = { width: 300, height: 150 };

/** Milliseconds after the first custom element at which all are asked once more for a shadow root; upgrading them tells nobody. */
const ASK_AGAIN = [1_000, 4_000];
/** More are not waited for. */
const MOST_HOSTS = 500;

export interface TreesParts {
  /** A shadow root was found late. */
  onShadow: (root: ShadowRoot) => void;
  /** A frame that is large enough to read has loaded: its script must be put in. */
  onLargeFrame: () => void;
  signal: AbortSignal;
}

export interface Trees {
  /** The shadow roots that were found, for hit testing. */
  readonly shadows: ReadonlySet<ShadowRoot>;
  addShadow(root: ShadowRoot): void;
  addFrame(frame: Element): void;
  /** A custom element that has no shadow root so far. */
  addHost(host: Element): void;
}

export function createTrees({ onShadow, onLargeFrame, signal }: TreesParts): Trees {
  const shadows = new Set<ShadowRoot>();
  const frames = new WeakSet<Element>();
  const hosts = new Set<Element>();
  const timers: ReturnType<typeof setTimeout>[] = [];
  let sizes: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => {
    sizes?.disconnect();
    for (const timer of timers) clearTimeout(timer);
  });

  /** Tells a frame's size without making the page lay itself out. */
  function createSizes(): IntersectionObserver {
    const observer = new IntersectionObserver((entries) => {
      for (const { target, boundingClientRect: box } of entries) {
        observer.unobserve(target);
        if (box.width >= SMALLEST_FRAME.width && box.height >= SMALLEST_FRAME.height) followFrame(target);
      }
    });
    return observer;
  }

  function followFrame(frame: Element): void {
    frame.addEventListener('load', onLargeFrame, { signal });
    onLargeFrame();
  }

  function askHosts(): void {
    for (const host of hosts) {
      const root = shadowOf(host, nameOf(host));
      if (root === null && host.isConnected) continue;
      hosts.delete(host);
      if (root !== null) onShadow(root);
    }
  }

  return {
    shadows,
    addShadow(root) {
      for (const old of shadows) if (!old.isConnected) shadows.delete(old);
      shadows.add(root);
    },
    addFrame(frame) {
      if (frames.has(frame)) return;
      frames.add(frame);
      sizes ??= createSizes();
      sizes.observe(frame);
    },
    addHost(host) {
      if (hosts.size >= MOST_HOSTS) return;
      hosts.add(host);
      if (timers.length === 0) timers.push(...ASK_AGAIN.map((ms) => setTimeout(askHosts, ms)));
    },
  };
}
