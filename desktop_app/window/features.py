"""The features that need no more than the workbench, in the order they are told things."""

from desktop_app.window.auditing import Auditing
from desktop_app.window.bookmarking import Bookmarking
from desktop_app.window.charting import Charting
from desktop_app.window.copying import Copying
from desktop_app.window.first_hint import FirstHint
from desktop_app.window.helping import Helping
from desktop_app.window.moving import Moving
from desktop_app.window.preferences import Preferences
from desktop_app.window.scripts import Scripts

FEATURES = (
    Scripts,
    Copying,
    Moving,
    Bookmarking,
    Auditing,
    Charting,
    Preferences,
    Helping,
    FirstHint,
)
