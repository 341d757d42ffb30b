"""The judged data as plain views: the open data, and one view per page made from the very same values."""
