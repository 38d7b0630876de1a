import type { Article } from '../../src/document/types.ts';
import { type Html, html, shown } from './markup.ts';

/** What every page of one server shares. */
export interface Site {
  /** The version under which style sheets and scripts are kept by browsers. */
  readonly version: string;
  readonly playground: boolean;
}

export interface Page {
  readonly title: string;
  /** Style sheets besides `page.css`, by name. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly body: Html;
}

/** The page around a body. Its `main` has the id `main`. */
export function layout(site: Site, page: Page): Html {
  const asset = (name: string): string => `/assets/${site.version}/${name}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shown(page.title)}</title>
<link rel="icon" href="data:,">
${['page.css', ...page.styles].map((name) => html`<link rel="stylesheet" href="${asset(name)}">\n`)}
${page.scripts.map((name) => html`<script type="module" src="${asset(name)}"></script>\n`)}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="mast">
${site.playground ? html`<a class="wordmark" href="/">SCO Desk</a>` : html`<span class="wordmark">SCO Desk</span>`}
<nav aria-label="Site"><a class="mast-link" href="/a/">Articles</a></nav>
</header>
${page.body}
</body>
</html>`;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The day an article came out, in words, or that it is not known. */
export const published = (article: Article): Html =>
  article.published === null
    ? html`undated`
    : html`<time datetime="${article.published}">${longDate.format(new Date(`${article.published}T00:00:00Z`))}</time>`;

/** The articles as a list of links into the reader. */
export const articleList = (articles: Iterable<Article>): Html =>
  html`<ul class="articles">${[...articles].map(
    (article) =>
      html`<li><a href="/a/${article.id}" dir="auto">${shown(article.title)}</a> <span class="origin"><bdi>${shown(article.publisher ?? 'publisher not given')}</bdi>, ${published(article)}</span></li>`,
  )}</ul>`;
