/** Long enough that a fast typist asks once, short enough that nobody waits. */
const pauseMs = 90;

/**
 * @typedef {object} Completion
 * @property {string} value what is put in
 * @property {string} label what is shown
 */

/**
 * @param {unknown} value
 * @returns {value is Completion[]}
 */
const areCompletions = (value) =>
  Array.isArray(value) &&
  value.every((each) => typeof each?.value === 'string' && typeof each?.label === 'string');

/**
 * Makes an input and a list a combobox with list autocompletion, as the ARIA Authoring Practices describe
 * it: arrows move, Enter puts in, Escape closes, the focus stays in the input.
 *
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
export function combobox(input, list) {
  /** @type {readonly Completion[]} */
  let completions = [];
  let active = -1;
  let request = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const close = () => {
    clearTimeout(timer);
    request.abort();
    completions = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  /** @param {number} index */
  const activate = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${index}`);
  };

  /** @param {number} index */
  const putIn = (index) => {
    const chosen = completions[index];
    if (chosen === undefined) return;
    input.value = chosen.value;
    close();
    input.focus();
  };

  /** @param {readonly Completion[]} found */
  const show = (found) => {
    completions = found;
    list.replaceChildren(
      ...found.map(({ value, label }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dir = 'auto';
        option.textContent = label;
        option.title = value;
        return option;
      }),
    );
    activate(-1);
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
  };

  const complete = async () => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await fetch(`/complete?${new URLSearchParams({ q: input.value })}`, { signal });
      const found = await answer.json();
      if (!signal.aborted && areCompletions(found)) show(found);
    } catch (error) {
      // Without completions the box still works; a question that fails says so itself.
      if (!signal.aborted) close();
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(complete, pauseMs);
  };

  input.addEventListener('input', () => (input.value === '' ? close() : later()));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const last = completions.length - 1;
    if (event.key === 'ArrowDown' && list.hidden) void complete();
    else if (event.key === 'ArrowDown') activate(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp' && !list.hidden) activate(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter' && active >= 0) putIn(active);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  // Before the blur that a press on an option would cause.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option !== null) putIn([...list.children].indexOf(option));
  });

  return { close };
}
