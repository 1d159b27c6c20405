"""Each small published table gives the figures that were printed of it."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from workbench import stats
from workbench.store.shipped import shipped

TABLES = ("shoes-1978.csv", "batters-1970.csv", "galton-1886.csv", "wine-1989.csv", "schools-1981.csv")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(shipped("datasets", "published", name).read_text(encoding="utf-8").splitlines()))


def column(name: str, of: str) -> list[float]:
    return [float(row[of]) for row in rows(name)]


def test_shoes_give_the_t_test_that_venables_and_ripley_print() -> None:
    # MASS, section 5.4: t.test(shoes$A, shoes$B, paired = TRUE): t = -3.3489, df = 9, p-value = 0.008539
    wear = stats.mean_change(column("shoes-1978.csv", "material_a"), column("shoes-1978.csv", "material_b"))
    assert wear.t is not None
    assert (round(wear.t, 4), wear.df, round(wear.p or 0, 6)) == (3.3489, 9, 0.008539)
    assert (round(wear.estimate, 2), round(wear.low or 0, 3), round(wear.high or 0, 3)) == (0.41, 0.133, 0.687)


def test_batters_give_the_average_and_the_factor_that_efron_and_morris_print() -> None:
    first = [hits / 45 for hits in column("batters-1970.csv", "hits_in_first_45")]
    average = sum(first) / len(first)
    luck = average * (1 - average) / 45
    factor = 1 - (len(first) - 3) * luck / sum((each - average) ** 2 for each in first)
    assert (len(first), round(average, 3), round(factor, 3)) == (18, 0.265, 0.212)


def test_galtons_sons_are_as_many_and_as_tall_as_in_the_notebook() -> None:
    fathers, sons = column("galton-1886.csv", "father"), column("galton-1886.csv", "son")
    heights = stats.mean_change(fathers, sons)
    assert (heights.n, len({row["family"] for row in rows("galton-1886.csv")})) == (481, 179)
    assert (round(heights.mean_before, 2), round(heights.mean_after, 2), round(heights.r or 0, 3)) == (69.14, 69.23, 0.392)


def test_each_family_of_galtons_has_one_father() -> None:
    pairs = {(row["family"], row["father"]) for row in rows("galton-1886.csv")}
    assert max(Counter(family for family, _ in pairs).values()) == 1


def test_each_level_of_bitterness_is_a_fifth_of_the_scores() -> None:
    tastings = rows("wine-1989.csv")
    assert Counter(row["judge"] for row in tastings) == dict.fromkeys("123456789", 8)
    assert all(int(row["level"]) == min(int(row["score"]) // 20 + 1, 5) for row in tastings)
    assert sorted(Counter(row["level"] for row in tastings).items()) == [("1", 5), ("2", 22), ("3", 26), ("4", 12), ("5", 7)]


def test_levels_of_bitterness_give_the_model_that_the_manual_of_ordinal_prints() -> None:
    # ordinal: clm(rating ~ temp + contact, data = wine): tempwarm 2.503, contactyes 1.528, logLik -86.49
    from numpy import array
    from statsmodels.miscmodels.ordinal_model import OrderedModel

    tastings = rows("wine-1989.csv")
    made = array([[float(row["bottle"] in "5678"), float(row["bottle"] in "3478")] for row in tastings])
    levels = array([int(row["level"]) for row in tastings])
    fitted = OrderedModel(levels, made, distr="logit").fit(method="bfgs", disp=False)
    assert [round(each, 3) for each in fitted.params[:2]] == [2.503, 1.528]
    assert round(fitted.llf, 2) == -86.49


def test_schools_give_the_common_value_that_the_book_prints() -> None:
    variances = [error**2 for error in column("schools-1981.csv", "standard_error")]
    common = stats.combine(column("schools-1981.csv", "points"), variances, method="fixed", interval="normal")
    assert (round(common.estimate, 1), round(common.standard_error_normal**2, 1)) == (7.7, 16.6)


@pytest.mark.parametrize("name", TABLES)
def test_the_note_tells_of_each_table_and_of_each_of_its_columns(name: str) -> None:
    note = shipped("datasets", "published", "README.md").read_text(encoding="utf-8")
    about = note.split(f"## `{name}`")[1].split("\n## ")[0]
    assert all(f"`{column}`" in about for column in rows(name)[0])
    assert "**Where the figures are.**" in about
    assert "**How they were checked.**" in about


@pytest.mark.parametrize("name", TABLES)
def test_no_table_names_anybody(name: str) -> None:
    cells = {cell for row in rows(name) for cell in row.values()}
    assert not [cell for cell in cells if re.search("[^\\W\\d_]{2}", cell)]
