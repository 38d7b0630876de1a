import type { Corpus } from '../../src/corpus/types.ts';
import { type Html, html, shown } from './markup.ts';
import { articleList, layout, type Site } from './page.ts';

const plainPage = (site: Site, title: string, body: Html): Html =>
  layout(site, {
    title: `${title} · SCO Desk`,
    styles: [],
    scripts: [],
    body: html`<main id="main" class="plain"><h1>${title}</h1>${body}</main>`,
  });

export const articlesPage = (site: Site, corpus: Corpus): Html =>
  plainPage(site, 'Articles', articleList(corpus.articles.values()));

export const noArticlePage = (site: Site, corpus: Corpus, asked: string): Html =>
  plainPage(
    site,
    'No such article',
    html`<p>There is no article called “${shown(asked)}” here. These are the articles there are:</p>
${articleList(corpus.articles.values())}`,
  );

export const notFoundPage = (site: Site): Html =>
  plainPage(
    site,
    'Nothing here',
    site.playground
      ? html`<p>This address leads nowhere. <a href="/">Ask the desk</a>, or read <a href="/a/">the articles</a>.</p>`
      : html`<p>This address leads nowhere. The playground is switched off on this desk; <a href="/a/">the articles</a> can be read.</p>`,
  );

export const faultPage = (site: Site, reference: string): Html =>
  plainPage(
    site,
    'Something broke',
    html`<p>The page could not be made. The reason is in the desk’s log under the reference <code>${reference}</code>.</p>`,
  );
