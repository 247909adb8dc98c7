// Grey-scale PNGs drawn from a function, so that the fixture server needs no image files.
import { deflateSync } from "node:zlib";

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

export function greyPng(size, brightness) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows[y * (size + 1) + 1 + x] = Math.max(0, Math.min(255, Math.round(brightness(x, y))));
  }
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stamp with a galaxy and, in "new" and "sub", a star at its centre. */
export function stamp(seed, type) {
  const next = random(seed);
  const [gx, gy, stretch] = [28 + next() * 14, 28 + next() * 14, 1 + next()];
  const noise = random(seed * 7 + type.length);
  return greyPng(63, (x, y) => {
    const galaxy = type === "sub" ? 0 : 120 * Math.exp(-((x - gx) ** 2 / (60 * stretch) + (y - gy) ** 2 / 45));
    const star = type === "ref" ? 0 : 190 * Math.exp(-((x - 31) ** 2 + (y - 31) ** 2) / 7);
    return 42 + galaxy + star + (noise() + noise() - 1) * 30;
  });
}
