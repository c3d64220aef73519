"""`make bench`: what this program costs, as ratios to a bare library in the same run."""
