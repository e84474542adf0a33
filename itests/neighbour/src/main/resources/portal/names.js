import { t } from './texts.js';

const NAMES = { 'neighbour.note.read': 'readNotes', 'neighbour.note.write': 'writeNotes' };

/** The name of an operation; nothing for those of other modules. */
export default function nameOf(operation) {
  return t[NAMES[operation]];
}
