"""``cablereader completion``: what a shell needs to complete our words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cablereader.model.frozen import frozen


@frozen
class Words:
    """What can follow the name of a subcommand."""

    meaning: str
    options: tuple[str, ...]
    """``--json``."""
    values: Mapping[str, tuple[str, ...]]
    """Of each option that has a few fixed ones."""
    choices: tuple[str, ...]
    """Fixed words that are no option."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``completion``."""
    parser.add_argument("shell", choices=SHELLS, help="the shell to complete in")
    parser.epilog = (
        "Put the output where your shell looks for it, for bash"
        " ~/.local/share/bash-completion/completions/cablereader, for zsh a file"
        " _cablereader in a folder of $fpath, for fish"
        " ~/.config/fish/completions/cablereader.fish."
    )


def run(options: Namespace) -> int:
    """Print the completion of a shell."""
    from cablereader.cli.arguments import SUBCOMMANDS, parser_of

    words = {
        name: _words(parser_of(name), meaning) for name, meaning in SUBCOMMANDS.items()
    }
    for line in SHELLS[options.shell](words):
        print(line)
    return 0


def _words(parser: ArgumentParser, meaning: str) -> Words:
    actions = parser._actions  # noqa: SLF001  # argparse has no other list of them
    long = {
        option: action
        for action in actions
        for option in action.option_strings
        if option.startswith("--")
    }
    return Words(
        meaning,
        tuple(sorted(long)),
        {
            option: tuple(map(str, action.choices))
            for option, action in long.items()
            if action.choices
        },
        tuple(
            str(choice)
            for action in actions
            if not action.option_strings
            for choice in action.choices or ()
        ),
    )


def _bash(words: Mapping[str, Words]) -> Iterator[str]:
    yield "_cablereader() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
    yield "    local each command= options= choices="
    yield '    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f"        case $each in {'|'.join(words)}) command=$each; break;; esac"
    yield "    done"
    yield "    case $command,$before in"
    for name, own in words.items():
        for option, values in own.values.items():
            yield f"        {name},{option}) choices={_quoted(values)};;"
    yield "        *) case $command in"
    for name, own in words.items():
        yield (
            f"            {name}) options={_quoted(own.options)}"
            f" choices={_quoted(own.choices)};;"
        )
    yield f"            *) options='--help --version' choices={_quoted(words)};;"
    yield "        esac;;"
    yield "    esac"
    yield "    [[ $word == -* ]] && choices=$options"
    yield '    COMPREPLY=($(compgen -W "$choices" -- "$word"))'
    yield "}"
    yield "complete -o default -F _cablereader cablereader"


def _zsh(words: Mapping[str, Words]) -> Iterator[str]:
    yield "#compdef cablereader"
    yield "local -a names=("
    for name, own in words.items():
        yield f"    {_quoted([f'{name}:{own.meaning}'])}"
    yield ")"
    yield "local command=${words[2]}"
    yield "if (( CURRENT == 2 )); then"
    yield "    _describe subcommand names; _files; return"
    yield "fi"
    yield "case $command in"
    for name, own in words.items():
        yield f"    {name}) _arguments \\"
        for option in own.options:
            values = " ".join(own.values.get(option, ()))
            given = f":value:({values})" if values else ""
            yield f"        '{option}{given}' \\"
        rest = f"({' '.join(own.choices)})" if own.choices else "_files"
        yield f"        '*:what:{rest}';;"
    yield "    *) _files;;"
    yield "esac"


def _fish(words: Mapping[str, Words]) -> Iterator[str]:
    for name, own in words.items():
        yield (
            "complete -c cablereader -n __fish_use_subcommand"
            f" -a {name} -d {_quoted([own.meaning])}"
        )
        here = f"complete -c cablereader -n '__fish_seen_subcommand_from {name}'"
        for option in own.options:
            values = own.values.get(option, ())
            given = f" -x -a {_quoted(values)}" if values else ""
            yield f"{here} -l {option.removeprefix('--')}{given}"
        if own.choices:
            yield f"{here} -f -a {_quoted(own.choices)}"


def _quoted(words: Iterable[str]) -> str:
    return "'" + " ".join(words).replace("'", "'\\''") + "'"


SHELLS: Final = {"bash": _bash, "zsh": _zsh, "fish": _fish}
