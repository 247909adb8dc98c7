/** Sky positions as people write them. */

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** Whole units and fractions of a sexagesimal number, rounded once so that 59.999 never prints as 60. */
function split(value: number, decimals: number): { whole: number; minutes: number; seconds: string } {
  const scale = 10 ** decimals;
  const total = Math.round(value * 3600 * scale);
  const whole = Math.floor(total / (3600 * scale));
  const minutes = Math.floor((total - whole * 3600 * scale) / (60 * scale));
  const rest = total - whole * 3600 * scale - minutes * 60 * scale;
  const seconds = (rest / scale).toFixed(decimals).padStart(decimals > 0 ? decimals + 3 : 2, "0");
  return { whole, minutes, seconds };
}

/** Right ascension in degrees as `hh:mm:ss.ss`. */
export function raHms(raDeg: number, decimals = 2): string {
  const hours = (((raDeg % 360) + 360) % 360) / 15;
  const { whole, minutes, seconds } = split(hours, decimals);
  return `${pad(whole % 24, 2)}:${pad(minutes, 2)}:${seconds}`;
}

/** Declination in degrees as `±dd:mm:ss.s`. */
export function decDms(decDeg: number, decimals = 1): string {
  const { whole, minutes, seconds } = split(Math.abs(decDeg), decimals);
  return `${decDeg < 0 || Object.is(decDeg, -0) ? "−" : "+"}${pad(whole, 2)}:${pad(minutes, 2)}:${seconds}`;
}

const RAD = Math.PI / 180;
/** North galactic pole and the pole's galactic longitude, J2000 (Hipparcos catalogue, ESA SP-1200, 1997, vol. 1, 1.5.3). */
const POLE_RA = 192.85948;
const POLE_DEC = 27.12825;
const POLE_LON = 122.93192;

/** Galactic longitude and latitude, in degrees, of an ICRS position in degrees. */
export function galactic(raDeg: number, decDeg: number): { lDeg: number; bDeg: number } {
  const [dec, poleDec, dRa] = [decDeg * RAD, POLE_DEC * RAD, (raDeg - POLE_RA) * RAD];
  const sinB = Math.sin(dec) * Math.sin(poleDec) + Math.cos(dec) * Math.cos(poleDec) * Math.cos(dRa);
  const y = Math.cos(dec) * Math.sin(dRa);
  const x = Math.sin(dec) * Math.cos(poleDec) - Math.cos(dec) * Math.sin(poleDec) * Math.cos(dRa);
  const l = POLE_LON - Math.atan2(y, x) / RAD;
  return { lDeg: ((l % 360) + 360) % 360, bDeg: Math.asin(Math.max(-1, Math.min(1, sinB))) / RAD };
}
