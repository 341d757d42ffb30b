"""Running the code of data/snippets and keeping the record. Needs no framework itself: it starts processes that do."""
