"""Zip the templates for group policy, as they are unpacked into PolicyDefinitions.

Usage: group_policy.py OUT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import portable

if __name__ == "__main__":
    portable.write(Path(sys.argv[1]), portable.contents(Path(__file__).parent / "policy"))
