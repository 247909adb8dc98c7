"""The rehearsed sky: truth models, the objects of a night and the visits of a survey. A leaf package."""
