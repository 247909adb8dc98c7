"""Data products from the telescopes back into the portal."""
