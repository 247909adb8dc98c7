"""What people do with objects: candidates, sources, photometry, classifications, comments, and who they are."""
