import { isoFromDay } from "@kontrafakt/base";
import { UNREADABLE } from "../text/parse-number.js";
import { cellText } from "./cell.js";
import type { ColumnBuilder } from "./column-builder.js";
import { growingInt32 } from "./growing-int32.js";

/** Places in the table of levels that one takes up: code + 1 (0 is free), hash, where its letters begin, how many they are. */
const SLOT = 4;

/**
 * A column of codes into the texts met, in order of first appearance. A piece of text already met costs no new string: letters of
 * all levels stand in one array, so that looking one up touches memory in two places only.
 */
export function categoryBuilder(): ColumnBuilder {
  const codes = growingInt32();
  const levels: string[] = [];
  let slots = new Int32Array(SLOT * 256);
  let letters = new Uint16Array(1024);
  let used = 0;

  const widen = () => {
    const old = slots;
    slots = new Int32Array(2 * old.length);
    const mask = slots.length - 1;
    for (let k = 0; k < old.length; k += SLOT) {
      if (old[k] === 0) continue;
      let at = (old[k + 1] << 2) & mask;
      while (slots[at] !== 0) at = (at + SLOT) & mask;
      for (let i = 0; i < SLOT; i++) slots[at + i] = old[k + i];
    }
  };
  const add = (text: string, from: number, to: number, hash: number, at: number): number => {
    levels.push(ownText(text, from, to));
    if (used + to - from > letters.length) {
      const wider = new Uint16Array(2 * Math.max(letters.length, used + to - from));
      wider.set(letters);
      letters = wider;
    }
    slots[at] = levels.length;
    slots[at + 1] = hash;
    slots[at + 2] = used;
    slots[at + 3] = to - from;
    for (let i = from; i < to; i++) letters[used++] = text.charCodeAt(i);
    if (2 * SLOT * levels.length > slots.length) widen();
    return levels.length - 1;
  };
  const range = (text: string, from: number, to: number): number => {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = slots.length - 1;
    let at = (hash << 2) & mask;
    for (; slots[at] !== 0; at = (at + SLOT) & mask) {
      if (slots[at + 1] !== hash || slots[at + 3] !== to - from) continue;
      const shift = slots[at + 2] - from;
      let i = from;
      while (i < to && text.charCodeAt(i) === letters[i + shift]) i++;
      if (i === to) return slots[at] - 1;
    }
    return add(text, from, to, hash, at);
  };
  return {
    missing: -1,
    range,
    typed(cell) {
      if (typeof cell === "number" && !Number.isFinite(cell)) return UNREADABLE;
      if (typeof cell === "object" && "error" in cell) return UNREADABLE;
      const text = cellText(cell, isoFromDay);
      return range(text, 0, text.length);
    },
    push: codes.push,
    finish: () => ({ type: "category", values: codes.take(), levels }),
  };
}

/** A copy of a piece of text. An engine's own piece of 13 or more letters keeps the whole text it was cut from in memory. */
function ownText(text: string, from: number, to: number): string {
  if (to - from < 13 || to - from === text.length) return text.slice(from, to);
  let own = "";
  for (let at = from; at < to; at += 1024) {
    const units: number[] = [];
    for (let i = at; i < Math.min(to, at + 1024); i++) units.push(text.charCodeAt(i));
    own += String.fromCharCode(...units);
  }
  return own;
}
