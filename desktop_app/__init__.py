"""Gongbao, 统计公报浏览器: an offline desktop browser for statistical bulletins."""

__version__ = "0.1.0"

APP_ID = "org.gongbao.gongbao"
"""By it a desktop, a store and an installer know the program."""
