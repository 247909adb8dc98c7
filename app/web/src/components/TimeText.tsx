import { Box, Tooltip } from "@mui/material";

import { ago, duration, localText, parseUtc, utcMinute } from "../lib/time";

interface Props {
  value: string | null | undefined;
  /** Show how long ago instead of the time; the time is then on hover. */
  relative?: boolean;
  /** Show the time since this earlier one, as `+5 s`. */
  after?: string | null | undefined;
}

/** A time in UTC, with local time on hover. */
export function TimeText({ value, relative = false, after }: Props) {
  if (!value) return <span>—</span>;
  const date = parseUtc(value);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  const utc = `${utcMinute(date)} UTC`;
  return (
    <Tooltip title={<>{utc}<br />{localText(date)} local<br />{ago(date)}</>}>
      <Box component="time" dateTime={date.toISOString()} tabIndex={0} sx={{ whiteSpace: "nowrap", borderRadius: 0.5 }}>
        {after ? `+${duration((date.getTime() - parseUtc(after).getTime()) / 1000)}` : relative ? ago(date) : utc}
      </Box>
    </Tooltip>
  );
}
