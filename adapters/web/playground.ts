import type { Desk } from '../../src/desk/types.ts';
import { type Html, html } from './markup.ts';
import { articleList, layout, type Site } from './page.ts';

/** More than these would push the examples off the first screen; the rest are a link away. */
const articlesAtOnce = 8;

const count = new Intl.NumberFormat('en');

/** One example of each command, in the order in which help lists them. */
const examples = (desk: Desk): readonly string[] => desk.commands.map(({ examples: [first] }) => first.line);

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const howMany = (n: number, one: string, many: string): string =>
  `${NUMBER_WORDS[n] ?? count.format(n)} ${n === 1 ? one : many}`;

function introduction(desk: Desk): Html {
  const articles = [...desk.corpus.articles.values()];
  const first = articles.slice(0, articlesAtOnce);
  const more = articles.length - first.length;
  return html`<section class="introduction">
<div class="invitation">
<h1>Ask, and read it in the source.</h1>
<p class="lead">A reference desk on the Shanghai Cooperation Organization (SCO): it answers with word-for-word passages from ${howMany(articles.length, 'article', 'articles')}, each linked to its place.</p>
<h2 class="small-heading" id="examples">Try one of these</h2>
<ul class="examples" aria-labelledby="examples">${examples(desk).map(
    (line) => html`<li><button class="example" form="press" name="q" value="${line}">${line}</button></li>`,
  )}</ul>
<p class="note">Answers are drawn from the very payloads that Slack and Discord would get. Neither an account nor a token is needed here.</p>
</div>
<div class="holdings">
<h2 class="small-heading">What it knows</h2>
${articleList(first)}
${more > 0 ? html`<p><a href="/a/">${howMany(more, 'more article', 'more articles')}</a></p>` : ''}
</div>
</section>`;
}

const composer = (asked: string): Html => html`<form class="composer" action="/" method="get" role="search">
<div class="composer-field">
<label class="unseen" for="box">A question, or a command</label>
<input id="box" name="q" type="text" value="${asked}" placeholder="Ask a question" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="send" dir="auto">
<ul id="completions" role="listbox" aria-label="Completions" hidden></ul>
</div>
<button class="send">Ask</button>
</form>`;

/** The playground: the desk's front page, with the turns of a question that the address carries. */
export const playgroundPage = (site: Site, desk: Desk, asked: string | null, turns: readonly Html[]): Html =>
  layout(site, {
    title: asked === null || asked === '' ? 'SCO Desk' : `${asked} · SCO Desk`,
    styles: ['playground.css', 'slack.css', 'discord.css'],
    scripts: ['playground.js'],
    body: html`<main id="main" class="playground">
${turns.length === 0 ? introduction(desk) : html`<h1 class="unseen">Questions and answers</h1>`}
<div id="conversation">${turns}</div>
<p id="status" class="unseen" role="status"></p>
<form id="press" action="/" method="get"></form>
</main>
${composer(turns.length === 0 ? '' : (asked ?? ''))}`,
  });
