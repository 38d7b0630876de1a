/**
 * Puts text on the clipboard; where the browser forbids that (a page over plain HTTP, say), selects the
 * element that shows it, so that it is one key away.
 *
 * @param {string} text
 * @param {HTMLElement} shownIn
 * @returns {Promise<string>} what to tell the person
 */
export async function copy(text, shownIn) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    if (shownIn.textContent !== text) shownIn.textContent = text;
    getSelection()?.selectAllChildren(shownIn);
    return 'Selected: press Ctrl+C or ⌘C to copy';
  }
}

/**
 * Says what happened on the button itself, and to screen readers, then gives the button its label back.
 *
 * @param {HTMLElement} button
 * @param {string} words
 */
export function say(button, words) {
  const label = button.getAttribute('aria-label') ?? button.textContent ?? '';
  button.setAttribute('aria-label', label);
  button.textContent = words;
  const status = document.getElementById('status');
  if (status !== null) status.textContent = words;
  setTimeout(() => {
    button.textContent = label;
    button.removeAttribute('aria-label');
  }, 2_500);
}
