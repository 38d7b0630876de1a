import type { Page } from 'playwright-core';

/*
 * Both run in the page, as source text: the tests are compiled without a browser's types.
 */

/** Text whose contrast with what is behind it is below 4.5 (WCAG 2.2, 1.4.3), each with its ratio. */
const faint = `(() => {
  const channels = (colour) => {
    const [r, g, b, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return colour.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, alpha] : [r, g, b, alpha];
  };
  const over = ([r, g, b, alpha], below) =>
    [r, g, b].map((channel, at) => channel * alpha + below[at] * (1 - alpha)).concat(1);
  const linear = (channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = (element) => {
    const below = element.parentElement === null ? [255, 255, 255, 1] : behind(element.parentElement);
    return over(channels(getComputedStyle(element).backgroundColor), below);
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim();
    const element = texts.currentNode.parentElement;
    if (words === '' || !element.checkVisibility()) continue;
    const paper = behind(element);
    const ink = over(channels(getComputedStyle(element).color), paper);
    const [light, dark] = [luminance(ink), luminance(paper)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.push(ratio.toFixed(2) + ' ' + words.slice(0, 40));
  }
  return found;
})()`;

const nameless = `[...document.querySelectorAll('a, button, input, summary')]
  .filter((each) => each.checkVisibility())
  .filter((each) => !(each.textContent.trim() || each.getAttribute('aria-label') || each.labels?.length))
  .map((each) => each.outerHTML)`;

export const faintTexts = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(faint);

/** What can be pressed or filled in and has no name for a screen reader. */
export const namelessControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(nameless);
