"""What the program talks about: structs, errors, units, text maps. No files, no SQL, no Qt."""
