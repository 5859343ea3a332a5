"""The features that are there before the text is, in the order they are told things."""

from desktop_app.window.auditing import Auditing
from desktop_app.window.first_hint import FirstHint
from desktop_app.window.late_features import LateFeatures
from desktop_app.window.moving import Moving
from desktop_app.window.scripts import Scripts
from desktop_app.window.session import Session

EARLY = (Scripts, Moving, Auditing, LateFeatures, FirstHint, Session)
