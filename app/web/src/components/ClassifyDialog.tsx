import { Dialog, DialogContent, DialogTitle } from "@mui/material";

import { ClassifyForm } from "./ClassifyForm";

export function ClassifyDialog({ objId, onClose }: { objId: string; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="classify-title">
      <DialogTitle id="classify-title">Classify {objId}</DialogTitle>
      <DialogContent sx={{ pt: "8px !important" }}>
        <ClassifyForm objId={objId} autoFocus onDone={onClose} onCancel={onClose} />
      </DialogContent>
    </Dialog>
  );
}
