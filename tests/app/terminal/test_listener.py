"""The listener lives through whatever comes, and ends with its terminal."""

from __future__ import annotations

import os
import random
import threading

import pytest
from textual import events
from textual.message import Message

from cablereader.app.terminal.listener import Listener

STREAMS = 500
INTERESTING = [
    *(b"\x1b[", b"\x1b]", b"\x1b[200~", b"\x1b[201~"),
    *(b"\xff", b"\xc3", b"u", b";"),
]


def heard(sent: bytes) -> tuple[list[Message], bool]:
    """What a listener hears of some bytes; whether there still was a terminal."""
    ear, mouth = os.pipe()
    messages: list[Message] = []
    listener = Listener(ear, 0.001, messages.append)
    os.write(mouth, sent)
    os.close(mouth)
    still = listener.listen()
    listener.close()
    os.close(ear)
    return messages, still


def keys(messages: list[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def test_it_ends_with_its_terminal() -> None:
    messages, still = heard(b"jk")
    assert keys(messages) == ["j", "k"]
    assert not still


def test_a_bad_byte_is_a_replacement_character() -> None:
    characters = [
        message.character
        for message in heard(b"\xe9j")[0]
        if isinstance(message, events.Key)
    ]
    assert characters == ["\ufffd", "j"]


def test_a_character_in_two_pieces_is_one() -> None:
    ear, mouth = os.pipe()
    messages: list[Message] = []
    listener = Listener(ear, 0.1, messages.append)
    thread = threading.Thread(target=listener.listen)
    thread.start()
    for byte in "é".encode():
        os.write(mouth, bytes([byte]))
    while not messages:
        thread.join(0.01)
    listener.stop()
    thread.join()
    listener.close()
    (message,) = messages
    assert isinstance(message, events.Key)
    assert message.character == "é"


def test_no_key_comes_right_behind_a_paste() -> None:
    messages, _ = heard(b"\x1b[200~text\x1b[201~q\rQ")
    assert keys(messages) == []
    (message,) = messages
    assert isinstance(message, events.Paste)
    assert message.text == "text"


@pytest.mark.parametrize("block", range(5))
def test_random_bytes_do_no_harm(block: int) -> None:
    chance = random.Random(block)
    for _ in range(STREAMS // 5):
        parts = [
            chance.choice(INTERESTING) if chance.random() < 0.5 else chance.randbytes(3)
            for _ in range(chance.randint(1, 40))
        ]
        assert not heard(b"".join(parts))[1]
