/** What can be done with a case now: the server's own list of events, and in words why one of them would be refused. */

import { openVisit, photos } from './onsite.js';
import { nameOf } from './people.js';
import { CONTENTS } from './letter.js';
import { t } from './texts.js';

/** Check, review and approval are done by different people. */
const SEPARATE = [['CLK', 'INS'], ['REV'], ['LDR']];

/** Who confirms what was proposed. */
const CONFIRMED_BY = { REFUSE_INTAKE: ['REV'], WITHDRAW: ['CLK'], EXTEND: ['LDR'], REPORT_ONSITE: ['CLK', 'INS'] };

const ANSWERS = ['CONFIRM', 'REJECT'];

/** Acts in the order of the list: their address, whether words are needed, whether the case has to be held. */
export const ACTS = {
  CONFIRM: { path: 'confirmation' },
  REJECT: { path: 'rejection', words: true },
  ACCEPT: { path: 'acceptance', held: true },
  SEND_TO_REVIEW: { path: 'review', words: true, held: true },
  AGREE: { path: 'agreement', words: true, held: true },
  APPROVE: { path: 'approval', held: true },
  RETURN: { path: 'return', held: true, wordless: true },
  REPORT_ONSITE: { path: 'onsite-report' },
  ASK_ONSITE: { path: 'onsite-check', words: true, held: true },
  RETURN_TO_CLERK: { path: 'return-to-clerk', words: true, held: true },
  RETURN_TO_REVIEW: { path: 'return-to-review', words: true, held: true },
  REFUSE_INTAKE: { path: 'intake-refusal', words: true, held: true, grave: true },
  DENY: { path: 'denial', words: true, held: true, grave: true },
  EXTEND: { path: 'extension', words: true, held: true },
};

const PATHS = { TICK: 'ticks', ANSWER: 'answers', CLAIM: 'claim', RELEASE: 'release', REASSIGN: 'reassignment' };

export const pathOf = (event) => (ACTS[event] ? ACTS[event].path : PATHS[event]);

/** The acts of the list that the state and the role allow. */
export function offered(application, role) {
  const { proposal } = application.review;
  return Object.keys(ACTS).filter((event) => application.events.includes(event)
    && (!ANSWERS.includes(event) || (proposal && CONFIRMED_BY[proposal.event].includes(role))));
}

/** What the caller did before in another part of the case; null = nothing. */
function before(application, me) {
  const own = SEPARATE.find((part) => part.includes(me.acting.role)) || [];
  return application.opinions.find((opinion) => opinion.account === me.account && !own.includes(opinion.role)
    && SEPARATE.some((part) => part.includes(opinion.role)));
}

function hold(application, me, names) {
  if (application.claimedBy === me.account) {
    return [];
  }
  return [application.claimedBy ? t.heldBy(nameOf(names, application.claimedBy)) : t.claimFirst];
}

function intake(application, event) {
  const found = [];
  const { ticks, warnings } = application.review;
  if (event === 'ACCEPT') {
    const missing = CONTENTS.filter((content) => !ticks.some((tick) => tick.content === content));
    if (missing.length > 0) {
      found.push(t.ticksMissing(missing.map((content) => t[`content${content}`]).join(t.comma)));
    }
  }
  const open = warnings.filter((warning) => !warning.answer).length;
  if ((event === 'ACCEPT' || event === 'SEND_TO_REVIEW') && open > 0) {
    found.push(t.warningsOpen(open));
  }
  return found;
}

function onSite(application, me) {
  const visit = openVisit(application);
  if (visit && !visit.members.includes(me.account)) {
    return [t.notMember];
  }
  return [];
}

/** Why an act would be refused now, in sentences; empty = it would not. */
export function hindrances(application, me, event, names) {
  const did = before(application, me);
  if (did) {
    return [t.samePerson(did.roleLabel, did.eventLabel)];
  }
  const { proposal } = application.review;
  if (ANSWERS.includes(event)) {
    if (proposal.account === me.account) {
      return [t.ownProposal(proposal.eventLabel)];
    }
    return proposal.event === 'REPORT_ONSITE' && event === 'CONFIRM' ? onSite(application, me) : [];
  }
  if (event === 'REPORT_ONSITE') {
    const found = onSite(application, me);
    return found.length === 0 && photos(application).length === 0 ? [t.photosMissing] : found;
  }
  return [...(ACTS[event] && !ACTS[event].held ? [] : hold(application, me, names)), ...intake(application, event)];
}

/** Whether the caller is kept from the whole case by what he did before; the sentence, or null. */
export function kept(application, me) {
  const did = before(application, me);
  return did ? t.samePerson(did.roleLabel, did.eventLabel) : null;
}
