"""The one door to files, folders and logs of the machine."""
