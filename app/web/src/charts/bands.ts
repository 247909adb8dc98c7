/**
 * One colour and one marker shape per band, so that neither alone must carry the meaning.
 *
 * Colours are from the palette of Okabe & Ito (2008), lightened or darkened for 3:1 contrast against each background.
 */
import type { Band } from "../lib/photometry";

export const BAND_ORDER: readonly Band[] = ["u", "g", "r", "i", "z", "y", "other"];

export const BAND_COLOUR: Record<"light" | "dark", Record<Band, string>> = {
  light: { u: "#0072b2", g: "#00805d", r: "#d0470e", i: "#b2568a", z: "#a87400", y: "#3d3f8f", other: "#5c6370" },
  dark: { u: "#5aa9f0", g: "#27c193", r: "#ff7a45", i: "#e79ac4", z: "#f0b429", y: "#a9a6ff", other: "#a8b0c2" },
};

/** Outlines of the markers around (0, 0) with about the same area each, for a radius of 1. */
const SHAPES: Record<Band, readonly (readonly [number, number])[] | "circle"> = {
  u: polygon(6, 1.08, 0),
  g: "circle",
  r: polygon(4, 1.25, 0),
  i: polygon(4, 1.25, 45),
  z: polygon(3, 1.4, -90),
  y: star(5, 1.45, 0.62),
  other: cross(1.25, 0.42),
};

function polygon(corners: number, radius: number, turnDeg: number): [number, number][] {
  return Array.from({ length: corners }, (_, k) => {
    const angle = ((turnDeg + (360 * k) / corners) * Math.PI) / 180;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function star(points: number, outer: number, inner: number): [number, number][] {
  return Array.from({ length: 2 * points }, (_, k) => {
    const angle = (-90 + (180 * k) / points) * (Math.PI / 180);
    const radius = k % 2 === 0 ? outer : inner;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function cross(arm: number, half: number): [number, number][] {
  return [
    [-half, -arm], [half, -arm], [half, -half], [arm, -half], [arm, half], [half, half],
    [half, arm], [-half, arm], [-half, half], [-arm, half], [-arm, -half], [-half, -half],
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of one marker. Many markers of a band are joined into one path: thousands of points stay one element. */
export function markerPath(band: Band, x: number, y: number, radius: number): string {
  const shape = SHAPES[band];
  if (shape === "circle") {
    const r = round(radius);
    return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  return `M${shape.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`).join("L")}Z`;
}

/** An upper limit: a triangle that points towards fainter, hanging from a short bar at the limit. */
export function limitPath(x: number, y: number, radius: number): string {
  const [w, h] = [radius * 0.95, radius * 1.7];
  return `M${round(x - w)} ${round(y)}L${round(x + w)} ${round(y)}L${round(x)} ${round(y + h)}Z`;
}
