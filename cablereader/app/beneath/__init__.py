"""What reaches past what Textual promises to keep: nothing else of `app` may.

Beside it only the driver and the reader of keys in `cablereader.app.terminal` do.
"""
