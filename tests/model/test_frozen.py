"""Tests of ``@frozen``: all of them say that it does as ``@dataclass`` does."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.frozen import frozen, replace


@frozen
class Point:
    """A value of two fields."""

    x: int
    y: int = 0

    def moved(self, x: int) -> Point:
        return replace(self, x=self.x + x)


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    """The same, made by the standard library."""

    x: int
    y: int = 0


@frozen(kw_only=True, order=True)
class Named:
    first: int
    second: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NamedTwin:
    first: int
    second: str | None = None


@frozen
class Nothing:
    """A value without fields."""


pairs = st.tuples(st.integers(-2, 2), st.integers(-2, 2))


@given(pairs, pairs)
def test_values_are_equal_and_hashed_as_their_twins_are(
    left: tuple[int, int], right: tuple[int, int]
) -> None:
    assert (Point(*left) == Point(*right)) is (Twin(*left) == Twin(*right))
    assert (Point(*left) != Point(*right)) is (Twin(*left) != Twin(*right))
    assert len({Point(*left), Point(*right)}) == len({left, right})


@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge]
)
@given(left=pairs, right=pairs)
def test_values_are_ordered_as_their_twins_are(
    compare: Callable[[Any, Any], bool], left: tuple[int, int], right: tuple[int, int]
) -> None:
    values = [Named(first=first, second=str(second)) for first, second in (left, right)]
    twins = [NamedTwin(first=each.first, second=each.second) for each in values]
    assert compare(*values) is compare(*twins)


def test_values_without_an_order_cannot_be_sorted() -> None:
    with pytest.raises(TypeError):
        sorted([Point(1), Point(0)])  # type: ignore[type-var]  # as it says


def test_values_of_two_classes_are_never_equal() -> None:
    values: list[object] = [Point(1), Twin(1), Nothing(), Nothing()]
    assert [values.index(value) for value in values] == [0, 1, 2, 2]


@pytest.mark.parametrize(
    ("value", "twin"), [(Point(1), Twin(1)), (Named(first=1), NamedTwin(first=1))]
)
def test_a_value_is_printed_as_its_twin_is(value: object, twin: object) -> None:
    printed = repr(value).removeprefix(type(value).__name__)
    assert printed == repr(twin).removeprefix(type(twin).__name__)


@pytest.mark.parametrize(("cls", "twin"), [(Point, Twin), (Named, NamedTwin)])
def test_a_class_takes_what_its_twin_takes(cls: type, twin: type) -> None:
    assert inspect.signature(cls) == inspect.signature(twin).replace(
        return_annotation=inspect.Signature.empty
    )
    for of in ("__slots__", "__match_args__"):
        assert getattr(cls, of) == getattr(twin, of)


@pytest.mark.parametrize(
    ("cls", "fields"), [(Point, ()), (Point, (1, 2, 3)), (Named, (1,)), (Nothing, (1,))]
)
def test_what_a_class_does_not_take_is_refused(
    cls: Callable[..., object], fields: tuple[int, ...]
) -> None:
    with pytest.raises(TypeError, match=r"\.__new__\(\)"):
        cls(*fields)


@pytest.mark.parametrize("name", ["x", "z"])
def test_a_value_never_changes(name: str) -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="never changes"):
        setattr(point, name, 2)
    with pytest.raises(AttributeError, match="never changes"):
        delattr(point, name)
    assert point == Point(1)
    assert not hasattr(point, "__dict__")


@pytest.mark.parametrize("value", [Point(1), Named(first=1, second="a"), Nothing()])
def test_a_value_can_be_copied_and_pickled(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_changed_copy_has_the_other_fields_unchanged() -> None:
    assert Point(1, 5).moved(2) == Point(3, 5)
    with pytest.raises(TypeError):
        replace(Point(1), z=2)  # type: ignore[call-arg]  # as it says


def test_a_class_keeps_its_name_its_docstring_and_its_own_methods() -> None:
    assert (Point.__name__, Point.__qualname__) == ("Point", "Point")
    assert Point.__module__ == __name__
    assert Point.__doc__ == "A value of two fields."


def test_the_functions_of_dataclasses_work_on_values() -> None:
    value = Named(first=1)
    assert dataclasses.is_dataclass(value)
    assert [field.name for field in dataclasses.fields(value)] == ["first", "second"]
    assert dataclasses.replace(value, second="a") == Named(first=1, second="a")
    assert dataclasses.asdict(value) == {"first": 1, "second": None}


def test_values_are_matched_by_place_and_by_name() -> None:
    match Point(1, 2):
        case Point(x, y=up):
            assert (x, up) == (1, 2)


def test_values_are_made_without_dataclasses() -> None:
    script = (
        "import sys, cablereader.model.cable;"
        "assert not {'dataclasses', 'inspect'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_signature_can_be_had_before_the_first_value_is_made() -> None:
    @frozen
    class Post:
        name: str
        country: str = ""

    # As Python 3.13 asks: with the class in the place of a value.
    bound = vars(Post)["__new__"].__get__(Post, type)
    assert list(inspect.signature(bound).parameters) == ["cls", "name", "country"]
    assert list(inspect.signature(Post).parameters) == ["name", "country"]
    assert Post("Oslo") == Post("Oslo", "")


def test_a_field_without_default_cannot_follow_one_with() -> None:
    @frozen
    class Post:
        country: str = ""
        name: str  # type: ignore[misc]  # as it says

    with pytest.raises(TypeError, match="without default"):
        Post("Norway", "Oslo")


@pytest.mark.parametrize("value", [Point(1), Named(first=1), Nothing()])
def test_the_traceback_of_a_value_names_its_class(value: object) -> None:
    new = vars(type(value))["__new__"]
    assert new.__qualname__ == f"{type(value).__qualname__}.__new__"
