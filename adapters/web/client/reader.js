import { copy, say } from './copy.js';

/** @returns {readonly HTMLElement[]} */
const passages = () =>
  [...document.querySelectorAll('.passage')].filter((each) => each instanceof HTMLElement);

/**
 * Marks the passage before or after the one that is marked; the first one when none is.
 *
 * @param {-1 | 1} by
 */
function step(by) {
  const all = passages();
  const at = all.findIndex((each) => each.matches(':target'));
  const next = all[at < 0 ? 0 : at + by];
  if (next !== undefined) location.hash = next.id;
}

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  step(event.key === 'ArrowLeft' ? -1 : 1);
});

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy-link]') : null;
  if (!(button instanceof HTMLElement)) return;
  const link = new URL(button.getAttribute('data-copy-link') ?? '', location.href).href;
  const shown = button.parentElement?.querySelector('.link');
  if (shown instanceof HTMLElement) say(button, await copy(link, shown));
});
