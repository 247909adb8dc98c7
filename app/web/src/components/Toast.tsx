import { Alert, type AlertColor, Button, Snackbar } from "@mui/material";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

interface Toast {
  text: string;
  severity?: AlertColor;
  action?: { label: string; run: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

/** One short message at a time, at the foot of the page, read out by screen readers. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<(Toast & { key: number }) | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((next: Toast) => {
    setToast({ ...next, key: Date.now() });
    setOpen(true);
  }, []);
  const action = toast?.action;
  return (
    <ToastContext.Provider value={show}>
      {children}
      <Snackbar
        key={toast?.key}
        open={open}
        autoHideDuration={5000}
        onClose={(_event, reason) => reason !== "clickaway" && setOpen(false)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        sx={{ mb: { xs: 8, md: 0 } }}
      >
        <Alert
          severity={toast?.severity ?? "success"}
          variant="filled"
          data-testid="toast"
          onClose={() => setOpen(false)}
          action={
            action && (
              <Button color="inherit" size="small" onClick={() => { setOpen(false); action.run(); }}>
                {action.label}
              </Button>
            )
          }
        >
          {toast?.text}
        </Alert>
      </Snackbar>
    </ToastContext.Provider>
  );
}
