"""The features that need no more than the workbench, in the order they are told things."""

from desktop_app.window.auditing import Auditing
from desktop_app.window.bookmarking import Bookmarking
from desktop_app.window.copying import Copying
from desktop_app.window.exporting import Exporting

FEATURES = (Copying, Exporting, Bookmarking, Auditing)
