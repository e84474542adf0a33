/** Numbers and months as people type them. */

const NUMBER = /^\d+(\.\d+)?$/;
const MONTH = /^(\d{4})\D?(0?[1-9]|1[0-2])\D?$/;

/** How what was typed becomes a value: (text, whether its field was left); null = it is none, or none yet. */
export const KINDS = {
  number(text) {
    const digits = text.replace(/[,\s]/g, '').replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    return NUMBER.test(digits) ? Number(digits) : null;
  },
  month(text, left) {
    const [, year, month] = (left && MONTH.exec(text)) || [];
    return year ? `${year}-${month.padStart(2, '0')}` : null;
  },
};
