import { Button } from "@mui/material";
import { Telescope } from "lucide-react";
import { Link } from "react-router";

import { Empty } from "../components/Empty";

export function NotFoundPage() {
  return (
    <Empty icon={Telescope} title="There is nothing at this address" action={<Button component={Link} to="/candidates" variant="outlined">Go to the night's candidates</Button>}>
      The address may be mistyped, or the page has moved.
    </Empty>
  );
}
