import { Dialog, DialogContent, DialogTitle, useMediaQuery, useTheme } from "@mui/material";

import { TriggerForm } from "./TriggerForm";

interface Props { objId: string; groupIds: readonly number[]; onClose: () => void; onDone?: () => void }

export function TriggerDialog({ objId, groupIds, onClose, onDone }: Props) {
  const phone = useMediaQuery(useTheme().breakpoints.down("sm"));
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth fullScreen={phone} aria-labelledby="trigger-title">
      <DialogTitle id="trigger-title">Follow-up of {objId}</DialogTitle>
      <DialogContent sx={{ pt: "8px !important" }}>
        <TriggerForm objId={objId} groupIds={groupIds} onCancel={onClose} onDone={() => { onDone?.(); onClose(); }} />
      </DialogContent>
    </Dialog>
  );
}
