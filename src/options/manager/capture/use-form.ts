/** A form of a capture: its fields, what is wrong with them, and how it is saved. */
import { useState } from 'preact/hooks';
import type { Added, FormProblem } from '../../../dataset/capture-form.ts';
import type { Pack } from '../../../dataset/schema.ts';
import type { ManagerApi } from '../api.ts';
import { problemText } from '../import/reasons.ts';
import { useWork, type Work } from '../use-work.ts';
import { announce } from '../written.ts';
import { saveCapture, type Target } from './save-capture.ts';

export interface FormNow<Form> {
  form: Form;
  set: (change: Partial<Form>) => void;
  error: (field: keyof Form & string) => string | undefined;
  save: (event: Event) => void;
  work: Work;
}

interface FormParts<Form> {
  api: ManagerApi;
  first: () => Form;
  target: Target;
  add: (pack: Pack, form: Form) => Added<Form>;
  /** What was saved: a name, or the beginning of a quote. */
  name: (form: Form) => string;
  saved: (form: Form) => void;
}

export function useForm<Form>({ api, first, target, add, name, saved }: FormParts<Form>): FormNow<Form> {
  const [form, setForm] = useState(first);
  const [problems, setProblems] = useState<readonly FormProblem<Form>[]>([]);
  const work = useWork();
  return {
    form,
    set: (change) => {
      setProblems(problems.filter(({ field }) => !Object.hasOwn(change, field)));
      setForm({ ...form, ...change });
    },
    error(field) {
      const problem = problems.find((each) => each.field === field);
      return problem && problemText(problem.code);
    },
    save(event) {
      event.preventDefault();
      work.start(async () => {
        const result = await saveCapture(api.store, target, (pack) => add(pack, form), {
          what: 'saved',
          name: name(form),
        });
        if ('problems' in result) return setProblems(result.problems);
        announce(api, result);
        saved(form);
      });
    },
    work,
  };
}
