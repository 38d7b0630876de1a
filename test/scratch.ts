import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for everything that the tests put beside the checkout; it goes when they have run. */
export default function scratch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sco-desk-tests-'));
  // A PostgreSQL that root starts runs as somebody else, who has to get through.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // Whoever ends the process before its time leaves nothing either.
  process.once('exit', remove);
  return remove;
}
