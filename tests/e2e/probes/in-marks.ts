/**
 * What a page can see in `marks` before any card is open, and why it cannot be otherwise. `docs/threats.md` says the
 * same to readers.
 */
export const SEEN_IN_MARKS: Record<string, string> = {
  'highlights: how many': 'the registry of highlights belongs to the document, not to a world',
  'highlights: names': 'they are random, but they are there',
  'highlights: words under them': 'a range can be read by everyone who has it',
  'highlights: kinds of ranges': 'as above',
  'highlights: priority and type': 'as above',
  'highlights: at points': 'the browser tells which highlights lie at a point',
  'highlights: in frames': 'the frames of a site are marked as the site is',
  'highlights: style under names that were seen': 'who knows a name may ask for its style',
  'highlights: at any time': 'a page may look again and again, and remember',
};
