"""The definition of a term stands behind its first use, and nowhere else."""

from __future__ import annotations

import json
import re

import pytest

from ..build.conftest import SmallBook

pytestmark = pytest.mark.build


@pytest.fixture
def article(page: str) -> str:
    """The chapter's text, without the JSON of its exercises."""
    return re.sub("<script.*?</script>", "", page, flags=re.DOTALL)


def test_the_first_link_to_a_term_is_defined(article: str) -> None:
    assert re.findall(r'id="definition-([^"]+)"', article) == ["term-BRICS", "term-Amur-Heilong-River"]
    assert article.count('href="../reference/glossary.html#term-BRICS"') >= 3
    assert article.count('class="seminar-term reference internal"') == 2


def test_a_definition_is_the_glossary_s_with_the_names_of_the_institution(article: str) -> None:
    found = re.search(r'<span class="seminar-definition" id="definition-term-BRICS".*?</a></span>', article)
    assert found
    assert "Group of large emerging economies; BRIC in 2009, with South Africa from 2011." in found[0]
    assert '<span lang="zh-Hans" class="seminar-original">金砖国家</span>' in found[0]
    assert '<span lang="zh-Latn-pinyin" class="seminar-romanised">Jīnzhuān Guójiā</span>' in found[0]
    assert '<a href="../reference/glossary.html#term-BRICS">In the glossary</a>' in found[0]


def test_an_exercise_keeps_its_links(page: str) -> None:
    for data in re.findall(r'class="seminar-payload">(.*?)</script>', page, flags=re.DOTALL):
        assert "seminar-definition" not in json.dumps(json.loads(data))


def test_a_search_finds_the_page_that_uses_a_word_and_not_each_that_explains_it(sound: SmallBook) -> None:
    text = (sound.root / "_build/html/searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.partition("(")[2].rpartition(")")[0])
    chapter = index["docnames"].index("chapters/economics/small")
    found = index["terms"]["emerg"]
    assert chapter not in (found if isinstance(found, list) else [found])


def test_a_person_and_an_institution_are_links_to_who_they_are(article: str) -> None:
    page = "../reference/people-and-institutions.html"
    assert re.search(rf'href="{page}#person-dai-bingguo"><span[^>]*>Dai Bingguo</span>', article)
    assert re.search(
        rf'href="{page}#institution-cnpc"><span[^>]*>China National Petroleum Corporation</span>', article
    )


def test_a_notebook_has_the_word_alone(sound: SmallBook) -> None:
    text = (sound.root / "_build/html/notebooks/economics-small.ipynb").read_text(encoding="utf-8")
    assert "BRICS" in text
    assert "Group of large emerging economies" not in text
