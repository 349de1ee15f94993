/** Every setting: its key in `storage.local`, its shape, its default. */
import * as v from 'valibot';

export const MODES = ['marks', 'quiet', 'off'] as const;
export const Mode = v.picklist(MODES);
/** What Sidelight does on a site. */
export type Mode = v.InferOutput<typeof Mode>;
