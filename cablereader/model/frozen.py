"""Values: classes whose instances never change, made fast.

``@frozen`` makes of a class what ``@dataclass(frozen=True, slots=True)`` makes of it,
in a sixth of the time, and without ``dataclasses``, which loads ``inspect`` and
compiles six methods a class. A command needs fifty such classes before it does
anything: with ``dataclasses`` they were a third of the start of ``show``.

The fields are the annotated names of the class itself; what a field has for a default
is a value too. The functions of ``dataclasses`` work on the instances.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter, eq, ge, gt, le, lt
from types import CodeType, FunctionType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NoReturn,
    TypeVar,
    dataclass_transform,
    overload,
)

if TYPE_CHECKING:
    from dataclasses import Field, replace  # the names and types given are checked
else:

    def replace(value: Value, /, **changes: Any) -> Value:
        """A copy with other fields, as of ``dataclasses``, but without loading it."""
        fields = _fields(value)
        fields |= changes
        return type(value)(**fields)


__all__ = ["frozen", "replace"]

Value = TypeVar("Value")
EQUALITY: Final[dict[str, Callable[[Any, Any], Any]]] = {"__eq__": eq}
ORDER: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "__lt__": lt,
    "__le__": le,
    "__gt__": gt,
    "__ge__": ge,
}
UNSLOTTED: Final = frozenset({"__dict__", "__weakref__"})
"""What a class has only while it has no slots."""


@overload
def frozen(cls: type[Value], /) -> type[Value]: ...
@overload
def frozen(
    *, kw_only: bool = False, order: bool = False
) -> Callable[[type[Value]], type[Value]]: ...
@dataclass_transform(frozen_default=True)
def frozen(
    cls: type[Value] | None = None, /, *, kw_only: bool = False, order: bool = False
) -> type[Value] | Callable[[type[Value]], type[Value]]:
    """Make values of a class: immutable, slotted, equal where their fields are.

    Args:
        cls: The class; ``None`` where the decorator is called for its options.
        kw_only: Whether fields can be given by name only.
        order: Whether values are ordered, by their first field, then by the next.
    """
    if cls is None:
        return partial(_slotted, kw_only=kw_only, order=order)
    return _slotted(cls, kw_only=kw_only, order=order)


def _slotted(
    cls: type[Value], *, kw_only: bool = False, order: bool = False
) -> type[Value]:
    """The class made once more: slots must be there when a class is made."""
    names = tuple(cls.__annotations__)
    own = {name: of for name, of in vars(cls).items() if name not in UNSLOTTED}
    defaults = {name: own.pop(name) for name in names if name in own}
    body = {
        "__slots__": names,
        "__match_args__": () if kw_only else names,
        "__new__": _Late(partial(_new, defaults=defaults, kw_only=kw_only)),
        "__dataclass_fields__": _Late(_dataclass_fields),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": _reduction(names),
        "__repr__": _repr,
        **_comparisons(names, order=order),
        **own,
    }
    slotted: Any = type(cls.__name__, cls.__bases__, body)
    slotted.__qualname__ = cls.__qualname__
    made: type[Value] = slotted
    return made


class _Late:
    """A member of a class that is made when it is first asked for: many never are."""

    def __init__(self, make: Callable[[type], object]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, value: object, cls: type) -> Any:
        # Python 3.13 asks with a class for a value, when it looks for a signature.
        made: Any = self._make(self._owner)
        setattr(self._owner, self._name, made)  # in the place of this one
        return made.__get__(value, cls) if hasattr(made, "__get__") else made


def _new(cls: Any, *, defaults: dict[str, Any], kw_only: bool) -> object:
    """The one function that is called for each value: code with names of its own.

    A value is filled while it is of a class that refuses nothing: to get round the
    refusal field by field takes half as long again.
    """
    names: tuple[str, ...] = cls.__slots__
    if not kw_only and tuple(defaults) != names[len(names) - len(defaults) :]:
        raise TypeError(f"{cls.__qualname__}: a field without default after one with")
    code = _filling(len(names)).replace(
        co_names=("open_class", *names, "__class__"),
        co_varnames=("cls", *names, "value"),
        co_argcount=1 if kw_only else 1 + len(names),
        co_kwonlyargcount=len(names) if kw_only else 0,
        co_qualname=f"{cls.__qualname__}.__new__",
    )
    scope = {"open_class": type(cls.__name__, (), {"__slots__": names})}
    new = FunctionType(code, scope, code.co_name, tuple(defaults.values()))
    if kw_only:
        new.__defaults__, new.__kwdefaults__ = None, defaults
    new.__annotations__ = cls.__annotations__
    return staticmethod(new)


@cache
def _filling(count: int) -> CodeType:
    """The code that makes a value of so many fields.

    It is compiled once for all classes of as many: compiling takes thirty times as
    long as giving it other names, and a start needs a hundred classes.
    """
    parameters = ", ".join(["cls", *(f"of_{at}" for at in range(count))])
    lines = "; ".join(f"value.of_{at} = of_{at}" for at in range(count)) or "pass"
    made: dict[str, FunctionType] = {}
    exec(  # noqa: S102  # numbers only
        f"def __new__({parameters}):\n"
        f"    value = open_class(); {lines}; value.__class__ = cls; return value",
        made,
    )
    return made["__new__"].__code__


def _comparisons(names: tuple[str, ...], *, order: bool) -> dict[str, Any]:
    """The special methods that compare, and the one that hashes."""
    fields = attrgetter("__class__", *names)  # with a class, none is too few

    def comparison(compared: Callable[[Any, Any], object]) -> Callable[..., object]:
        def compare(self: object, other: object) -> object:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compared(fields(self), fields(other))

        return compare

    operators = EQUALITY | ORDER if order else EQUALITY
    methods = {name: comparison(compared) for name, compared in operators.items()}
    return {"__hash__": lambda self: hash(fields(self)), **methods}


def _fields(value: Any) -> dict[str, Any]:
    _, (_, names, *values) = value.__reduce__()
    return dict(zip(names, values, strict=True))


def _repr(self: object) -> str:
    fields = ", ".join(f"{name}={field!r}" for name, field in _fields(self).items())
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{name} of a {type(self).__name__}, which never changes")


def _reduction(
    names: tuple[str, ...],
) -> Callable[[object], tuple[Callable[..., object], tuple[Any, ...]]]:
    """What pickling and copying make of a value, which they could not fill later."""
    whole = attrgetter("__class__", "__slots__", *names)
    return lambda self: (_rebuilt, whole(self))


def _rebuilt(cls: type[Value], names: tuple[str, ...], *values: object) -> Value:
    return cls(**dict(zip(names, values, strict=True)))


def _dataclass_fields(cls: type) -> dict[str, Field[Any]]:
    """What ``dataclasses`` asks a class for."""
    from dataclasses import dataclass, fields  # noqa: PLC0415  # as said above

    twin: Any = type(cls.__name__, (), {"__annotations__": cls.__annotations__})
    return {field.name: field for field in fields(dataclass(twin))}
