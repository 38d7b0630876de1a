/** A page as Hono's front page has it: what a web server costs before it does anything. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/api', (context) => context.json({ input: context.req.query('q') }));

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`http://localhost:${port}\n`);
});
