import { fail, KontrafaktError } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Bytes } from "./byte-reader.js";

/** Tables seldom shrink more than twentyfold; deflate's own limit is about 1,030. */
const MOST_EXPANSION = 250;
/** Below this many bytes a file may expand as it likes. */
const FREE = 1 << 28;

/**
 * The decompressed bytes of a gzip file, of several members too. Fails where the file ends early or is damaged, and where more than
 * 256 MiB come out that are more than 250 times the bytes read, which no table does.
 */
export function gunzipBytes(packed: Bytes): Bytes {
  const where = { file: packed.name };
  return {
    name: packed.name,
    size: packed.size,
    async open() {
      const source = await packed.open();
      const inflater = new DecompressionStream("gzip");
      const reader = inflater.readable.getReader();
      const writer = inflater.writable.getWriter();
      let given = 0;
      let ended = false;
      let pending: ReturnType<typeof reader.read> | undefined;

      /** Settles once the last piece given has been worked through: the writer's queue alone holds nobody back in some engines. */
      let written: Promise<void> = Promise.resolve();

      /** Gives the inflater one more piece. Its faults come out where it is read. */
      const feed = async () => {
        const piece = await source.next();
        ended = piece === undefined;
        written = (piece === undefined ? writer.close() : writer.write(piece as BufferSource)).catch(() => undefined);
      };
      return {
        async next() {
          pending ??= reader.read();
          try {
            while (!ended && (await Promise.race([pending, written])) === undefined) await feed();
            const { value, done } = await pending;
            pending = undefined;
            if (done) return undefined;
            given += value.byteLength;
            if (given > FREE && given > MOST_EXPANSION * source.taken()) {
              const params = { ratio: MOST_EXPANSION, megabytes: Math.round(given / 1e6) };
              fail("cohort/expands-too-much", where, params, messages);
            }
            return value;
          } catch (error) {
            if (error instanceof KontrafaktError) throw error;
            return fail("cohort/gzip-broken", where, {}, messages);
          }
        },
        taken: source.taken,
        async close() {
          pending?.catch(() => undefined);
          await reader.cancel().catch(() => undefined);
          await source.close();
        },
      };
    },
  };
}
