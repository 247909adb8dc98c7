/** Where it is, how bright it was last, and how old it is. */
import { Box, Tooltip, Typography } from "@mui/material";
import type { ReactNode } from "react";

import type { Candidate, Obj } from "../api/types";
import { decDms, raHms } from "../lib/coordinates";
import { galacticOf, statsOf } from "../lib/objects";
import type { PlotPoint } from "../lib/photometry";
import { dateToMjd, duration, mjdToDate, utcMinute } from "../lib/time";

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="overline" component="dt" sx={{ color: "text.secondary", display: "block" }}>{label}</Typography>
      <Box component="dd" sx={{ m: 0, fontSize: "0.88rem", fontWeight: 550 }}>{children}</Box>
    </Box>
  );
}

function Since({ mjd }: { mjd: number | null | undefined }) {
  if (mjd == null) return <>—</>;
  const seconds = (dateToMjd(new Date()) - mjd) * 86_400;
  return <Tooltip title={`${utcMinute(mjdToDate(mjd))} UTC · MJD ${mjd.toFixed(4)}`}><span tabIndex={0}>{duration(seconds)}</span></Tooltip>;
}

interface Props {
  obj: Obj & Pick<Candidate, "last_detected_at">;
  points: readonly PlotPoint[];
}

export function KeyFacts({ obj, points }: Props) {
  const stats = statsOf(obj);
  const detections = points.filter((point) => point.detected && point.mag !== null);
  const last = detections.at(-1);
  const galactic = galacticOf(obj);
  const low = galactic !== null && Math.abs(galactic.bDeg) < 15;
  return (
    <Box component="dl" data-testid="key-facts" sx={{ m: 0, display: "grid", alignContent: "start", gridTemplateColumns: "repeat(auto-fill, minmax(136px, 1fr))", gap: 1.25 }}>
      <Entry label="RA, Dec (J2000)">
        {obj.ra != null && obj.dec != null ? (
          <Tooltip title={`${obj.ra.toFixed(6)}°, ${obj.dec.toFixed(6)}°`}>
            <Box component="span" tabIndex={0}>
              {raHms(obj.ra)}<br />{decDms(obj.dec)}
              <Box component="span" sx={{ display: "block", color: "text.secondary", fontWeight: 400, fontSize: "0.78rem" }}>{obj.ra.toFixed(5)}° {obj.dec.toFixed(5)}°</Box>
            </Box>
          </Tooltip>
        ) : "—"}
      </Entry>
      <Entry label="Last detection">
        {last ? <>{last.mag?.toFixed(2)} {last.band === "other" ? last.filter : last.band}</> : stats?.last_detected_mag != null ? <>{stats.last_detected_mag.toFixed(2)} {stats.last_detected_filter}</> : "—"}
        <Box component="span" sx={{ display: "block", color: "text.secondary", fontWeight: 400, fontSize: "0.78rem" }}><Since mjd={last?.mjd ?? stats?.last_detected_mjd} /> ago</Box>
      </Entry>
      <Entry label="Age">
        <Since mjd={detections[0]?.mjd ?? stats?.first_detected_mjd} />
        <Box component="span" sx={{ display: "block", color: "text.secondary", fontWeight: 400, fontSize: "0.78rem" }}>{detections.length || stats?.num_det_global || 0} detections</Box>
      </Entry>
      <Entry label="Galactic l, b">
        {galactic ? <>{galactic.lDeg.toFixed(1)}°, {galactic.bDeg >= 0 ? "+" : "−"}{Math.abs(galactic.bDeg).toFixed(1)}°</> : "—"}
        {low && <Box component="span" sx={{ display: "block", color: "warning.main", fontWeight: 500, fontSize: "0.78rem" }}>low latitude</Box>}
      </Entry>
      {obj.redshift != null && <Entry label="Redshift">{obj.redshift.toFixed(4)}</Entry>}
      {obj.mpc_name && <Entry label="Minor planet">{obj.mpc_name}</Entry>}
    </Box>
  );
}
