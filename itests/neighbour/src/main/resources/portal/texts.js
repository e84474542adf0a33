/** The catalogue of the notes. */

import { texts } from 'liaison';

export const t = texts({
  notes: ['记事', 'Notes'],
  notesHelp: ['记下与一家办事机构的往来。', 'What passed with an office.'],
  office: ['机构编号', 'Id of the office'],
  text: ['内容', 'Text'],
  save: ['保存', 'Save'],
  saved: [(id) => `已记下，编号${id}`, (id) => `Noted as ${id}`],
  readNotes: ['查看记事', 'Read notes'],
  writeNotes: ['记事', 'Write a note'],
});
