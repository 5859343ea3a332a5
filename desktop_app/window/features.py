"""The features made after the text has been painted, in the order they are told things."""

from desktop_app.window.bookmarking import Bookmarking
from desktop_app.window.charting import Charting
from desktop_app.window.comparing import Comparing
from desktop_app.window.copying import Copying
from desktop_app.window.exporting import Exporting
from desktop_app.window.helping import Helping
from desktop_app.window.preferences import Preferences
from desktop_app.window.selected_search import SelectedSearch

LATE = (
    Copying,
    Exporting,
    Bookmarking,
    Charting,
    Comparing,
    Preferences,
    Helping,
    SelectedSearch,
)
