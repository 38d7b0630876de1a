import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

/**
 * Always the same: it must differ only between texts that are sealed under one key, and here every text has its own,
 * made from the text itself.
 */
const NONCE = Buffer.alloc(12);

/** 32 bytes that only who has the button's key can make. */
const secretOf = (key: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'sco-desk button command', 32));

/** The key that a button carries in place of its command: 22 characters, 132 bits of the command's digest. */
export const commandKey = (command: string): string =>
  createHash('sha256').update(command).digest('base64url').slice(0, 22);

/** What a sealed command lies under in the store: the key cannot be had from it. */
export const rowIdOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

/**
 * The command as only who has `keyOf` it can read it. The store alone cannot: it shows how long the command is and,
 * to somebody who guesses it to the letter, that it was kept.
 */
export function seal(command: string): string {
  const cipher = createCipheriv(CIPHER, secretOf(commandKey(command)), NONCE);
  const sealed = [cipher.update(command, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** @throws {Error} when `sealed` is not what `seal` gave for a command with that key. */
export function unseal(sealed: string, key: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, secretOf(key), NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
