import { combobox } from './combobox.js';
import { copy, say } from './copy.js';

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function part(id, type) {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`The page has no ${id}`);
}

const box = part('box', HTMLInputElement);
const conversation = part('conversation', HTMLElement);
const status = part('status', HTMLElement);
const completion = combobox(box, part('completions', HTMLElement));

let count = conversation.children.length;
/** The way of showing that was chosen last: the next answer is shown so as well. */
let view = 'slack';

/** @param {string} words */
const titled = (words) => (words === '' ? 'SCO Desk' : `${words} · SCO Desk`);

/**
 * @param {string} words
 * @param {unknown} error
 */
function failure(words, error) {
  const turn = document.createElement('section');
  turn.className = 'turn';
  const asked = document.createElement('h2');
  asked.className = 'asked';
  asked.tabIndex = -1;
  asked.textContent = words;
  const said = document.createElement('p');
  said.textContent = `The desk could not be reached (${error instanceof Error ? error.message : String(error)}). Ask again in a moment.`;
  turn.append(asked, said);
  return turn;
}

/**
 * Asks, and puts the answer at the end of the conversation.
 *
 * @param {'q' | 'share'} how
 * @param {string} words
 * @param {{ push: boolean, fromBox: boolean }} manner
 */
async function ask(how, words, { push, fromBox }) {
  completion.close();
  count += 1;
  const turnId = `turn-${count}`;
  const parameters = new URLSearchParams({ [how]: words, turn: String(count), view });
  conversation.setAttribute('aria-busy', 'true');
  status.textContent = 'Looking it up';
  /** @type {Element | null} */
  let turn;
  try {
    const answer = await fetch(`/play?${parameters}`);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const holder = document.createElement('template');
    holder.innerHTML = await answer.text();
    turn = holder.content.firstElementChild;
  } catch (error) {
    turn = failure(words, error);
  }
  conversation.removeAttribute('aria-busy');
  if (turn === null) return;
  turn.id = turnId;
  conversation.append(turn);
  status.textContent = `Answered: ${words}`;
  if (push) history.pushState({ turn: turnId }, '', `/?${new URLSearchParams({ [how]: words })}`);
  document.title = titled(words);
  reveal(turn, fromBox);
}

/**
 * @param {Element} turn
 * @param {boolean} keepFocus in the box, where the next question will be typed
 */
function reveal(turn, keepFocus) {
  const heading = turn.querySelector('.asked');
  if (heading instanceof HTMLElement && !keepFocus) heading.focus({ preventScroll: true });
  turn.scrollIntoView({ block: 'start' });
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  event.preventDefault();
  if (form.id !== 'press') {
    const words = box.value;
    box.value = '';
    void ask('q', words, { push: true, fromBox: true });
  } else if (button !== null) {
    void ask(button.name === 'share' ? 'share' : 'q', button.value, { push: true, fromBox: false });
  }
});

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === 'radio') view = event.target.value;
});

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
  if (!(button instanceof HTMLElement)) return;
  const source = document.getElementById(button.getAttribute('data-copy') ?? '');
  if (source !== null) say(button, await copy(source.textContent ?? '', source));
});

addEventListener('popstate', (event) => {
  const parameters = new URLSearchParams(location.search);
  const share = parameters.get('share');
  const words = share ?? parameters.get('q');
  document.title = titled(words ?? '');
  const turn = document.getElementById(String(event.state?.turn ?? ''));
  if (turn !== null) reveal(turn, false);
  else if (words === null) scrollTo({ top: 0 });
  else void ask(share === null ? 'q' : 'share', words, { push: false, fromBox: false });
});

if (count > 0) {
  history.replaceState({ turn: `turn-${count}` }, '');
  box.value = '';
}
if (matchMedia('(pointer: fine)').matches) box.focus({ preventScroll: true });
