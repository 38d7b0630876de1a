import type { Article, Paragraph } from '../../src/document/types.ts';
import { type Html, html, linked, shown } from './markup.ts';
import { layout, published, type Site } from './page.ts';

const paragraphText = (article: Article, paragraph: Paragraph): string =>
  shown(article.text.slice(paragraph.start, paragraph.end));

function paragraphHtml(article: Article, paragraph: Paragraph): Html {
  const inside = paragraphText(article, paragraph);
  switch (paragraph.kind) {
    case 'title':
      return html`<h1 dir="auto">${inside}</h1>`;
    case 'heading':
      return html`<h2 dir="auto">${inside}</h2>`;
    case 'body':
      return html`<p dir="auto">${inside}</p>`;
    case 'caption':
      return html`<figure><figcaption dir="auto">${inside}</figcaption></figure>`;
    case 'byline':
      return html`<p class="byline" dir="auto">${inside}</p>`;
    case 'notice':
      return html`<p class="notice" dir="auto">${inside}</p>`;
  }
}

const stepLink = (label: string, rel: 'prev' | 'next', to: Paragraph | undefined): Html =>
  to === undefined
    ? html``
    : html`<a href="#p${to.n}" rel="${rel}" aria-label="${label} passage, number ${to.n}">${label}</a>`;

/** Seen only at the passage that the address names; the style sheet does that, so no script is needed. */
const tools = (site: Site, article: Article, index: number, paragraph: Paragraph): Html =>
  html`<nav class="tools" aria-label="Passage ${paragraph.n}">
<span class="id link">${paragraph.id}</span>
${stepLink('Previous', 'prev', article.paragraphs[index - 1])}
${stepLink('Next', 'next', article.paragraphs[index + 1])}
${site.playground ? html`<a href="/?${new URLSearchParams({ q: `cite ${paragraph.id}` }).toString()}">Cite</a>` : ''}
<button type="button" class="button needs-script" data-copy-link="#p${paragraph.n}">Copy link</button>
</nav>`;

const passageHtml = (site: Site, article: Article, paragraph: Paragraph, index: number): Html =>
  html`<div class="passage passage-${paragraph.kind}" id="p${paragraph.n}" data-n="${paragraph.n}">
<a class="number" href="#p${paragraph.n}" aria-label="Link to passage ${paragraph.n}">${paragraph.n}</a>
${paragraphHtml(article, paragraph)}
${tools(site, article, index, paragraph)}
</div>`;

const author = (article: Article): string => {
  if (article.author !== null) return article.author;
  return article.authorRole === null ? 'author not given' : `author not named: ${article.authorRole}`;
};

/** Where the article came from: what its file says, and what the file does not say. */
const origin = (article: Article): Html => html`<dl class="source">
<div><dt>Publisher</dt><dd><bdi>${shown(article.publisher ?? 'publisher not given')}</bdi>${
  article.publisherSite === null ? '' : html` (<bdi>${shown(article.publisherSite)}</bdi>)`
}</dd></div>
<div><dt>Author</dt><dd><bdi>${shown(author(article))}</bdi></dd></div>
<div><dt>Published</dt><dd>${published(article)}</dd></div>
${
  article.url === null
    ? ''
    : html`<div><dt>Address</dt><dd>${linked(article.url, shown(article.url))}</dd></div>`
}
<div><dt>File</dt><dd><code>${shown(article.file)}</code></dd></div>
</dl>`;

/** The article as text, each paragraph at the id that its link names. */
export function readerPage(site: Site, article: Article): Html {
  const passages = article.paragraphs.map((paragraph, index) => passageHtml(site, article, paragraph, index));
  const titled = article.paragraphs[0]?.kind === 'title';
  const [head, rest] = titled
    ? [passages.slice(0, 1), passages.slice(1)]
    : [html`<h1 dir="auto">${shown(article.title)}</h1>`, passages];
  return layout(site, {
    title: `${article.title} · SCO Desk`,
    styles: ['reader.css'],
    scripts: ['reader.js'],
    body: html`<main id="main" class="reader">
<article>
${head}
${origin(article)}
${rest}
</article>
<p class="keys needs-script">The keys <kbd>←</kbd> and <kbd>→</kbd> mark the passage before and after.</p>
<p id="status" class="unseen" role="status"></p>
</main>`,
  });
}
