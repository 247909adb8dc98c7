import { Box, Skeleton, Stack } from "@mui/material";

export function PageSkeleton() {
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 } }} aria-busy="true" aria-label="Loading">
      <Skeleton width={220} height={40} />
      <Skeleton variant="rounded" height={240} sx={{ mt: 1 }} />
      <Stack direction="row" sx={{ gap: 2, mt: 2 }}>
        {[0, 1, 2].map((key) => <Skeleton key={key} variant="rounded" height={140} sx={{ flex: 1 }} />)}
      </Stack>
    </Box>
  );
}

export function LinesSkeleton({ lines = 3, height = 44 }: { lines?: number; height?: number }) {
  return (
    <Stack sx={{ gap: 1 }} aria-busy="true" aria-label="Loading">
      {Array.from({ length: lines }, (_, key) => <Skeleton key={key} variant="rounded" height={height} />)}
    </Stack>
  );
}
