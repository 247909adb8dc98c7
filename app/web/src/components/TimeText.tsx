import { Box, Tooltip } from "@mui/material";

import { ago, localText, parseUtc, utcMinute } from "../lib/time";

interface Props {
  value: string | null | undefined;
  /** Show how long ago instead of the time; the time is then on hover. */
  relative?: boolean;
}

/** A time in UTC, with local time on hover. */
export function TimeText({ value, relative = false }: Props) {
  if (!value) return <span>—</span>;
  const date = parseUtc(value);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  const utc = `${utcMinute(date)} UTC`;
  return (
    <Tooltip title={<>{utc}<br />{localText(date)} local<br />{ago(date)}</>}>
      <Box component="time" dateTime={date.toISOString()} tabIndex={0} sx={{ whiteSpace: "nowrap", borderRadius: 0.5 }}>
        {relative ? ago(date) : utc}
      </Box>
    </Tooltip>
  );
}
