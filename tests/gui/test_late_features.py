"""Features that are made after the text was painted are there for whoever is quicker."""

from desktop_app.window import late_features
from desktop_app.window.late_features import LateFeatures
from desktop_app.window.main_window import MainWindow


def test_what_is_made_late_does_what_was_said_before(window: MainWindow) -> None:
    late = next(one for one in window._features if isinstance(one, LateFeatures))
    late.load()
    done = [action_id for feature in late.made() for action_id in feature.jobs()]
    assert sorted(done) == sorted(late_features.ACTIONS)
    assert late.opened is not None
    assert all(feature.opened is late.opened for feature in late.made())
