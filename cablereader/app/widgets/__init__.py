"""The widgets: each shows one value and posts messages."""
