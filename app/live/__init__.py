"""Live push: "this changed", told to whoever may know it, who then fetches it again."""
