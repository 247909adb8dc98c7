/** The three stamps of an alert side by side: new, reference, difference. */
import { Box, Typography } from "@mui/material";
import { ImageOff } from "lucide-react";
import { useState } from "react";

import type { Thumbnail } from "../api/types";

const KINDS = [
  { type: "new", label: "New", explain: "Science image" },
  { type: "ref", label: "Reference", explain: "Reference image" },
  { type: "sub", label: "Difference", explain: "Science minus reference" },
] as const;

/** The newest thumbnail of a kind. */
function latest(thumbnails: readonly Thumbnail[], type: string): Thumbnail | undefined {
  return thumbnails.filter((thumbnail) => thumbnail.type === type && thumbnail.public_url).sort((a, b) => b.id - a.id)[0];
}

export function Cutouts({ thumbnails, id, maxSize = 210 }: { thumbnails: readonly Thumbnail[]; id: string; maxSize?: number }) {
  return (
    <Box data-testid="cutouts" sx={{ display: "grid", gridTemplateColumns: `repeat(3, minmax(0, ${maxSize}px))`, gap: { xs: 0.75, md: 1.25 } }}>
      {KINDS.map(({ type, label, explain }) => {
        const url = latest(thumbnails, type)?.public_url;
        return (
          <Box key={type} component="figure" sx={{ m: 0 }}>
            <Stamp key={url ?? "none"} url={url ?? null} alt={`${explain} of ${id}`} type={type} />
            <Typography component="figcaption" sx={{ fontSize: "0.75rem", color: "text.secondary", textAlign: "center", mt: 0.25 }}>{label}</Typography>
          </Box>
        );
      })}
    </Box>
  );
}

function Stamp({ url, alt, type }: { url: string | null; alt: string; type: string }) {
  const [failed, setFailed] = useState(false);
  const frame = { position: "relative", aspectRatio: "1", borderRadius: 1.5, overflow: "hidden", bgcolor: "#05070d", display: "grid", placeItems: "center" } as const;
  if (!url || failed) {
    return (
      <Box sx={{ ...frame, bgcolor: "action.hover", color: "text.secondary" }} data-testid={`cutout-${type}`} data-missing="true">
        <Box sx={{ textAlign: "center", fontSize: "0.72rem", p: 1 }}>
          <ImageOff size={20} aria-hidden="true" />
          <div>{failed ? "Cannot be shown" : "Not in the alert"}</div>
        </Box>
      </Box>
    );
  }
  return (
    <Box sx={frame}>
      <Box
        component="img" src={url} alt={alt} data-testid={`cutout-${type}`} onError={() => setFailed(true)} draggable={false}
        sx={{ width: "100%", height: "100%", objectFit: "cover", imageRendering: "pixelated", display: "block" }}
      />
      <Crosshair />
    </Box>
  );
}

/** Two short lines that point at the position without covering it. */
function Crosshair() {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" style={{ position: "absolute", inset: 0, pointerEvents: "none" }}>
      <path d="M50 30V41M59 50H70" stroke="#ffd27a" strokeWidth="1.4" strokeOpacity="0.9" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
