"""`mkdocs build` and `archive build` give the same site, under any address and on any machine."""

import json
import posixpath
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest
from synthetic_project import FILES, REPOSITORY_URL, SITE_URL, archive, copied_project, digests, mkdocs, served_path

from generator.archive.link import link
from generator.checking.check import check
from generator.reading.folder import read_archive

pytestmark = pytest.mark.slow

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic project with its site built by `archive build`, without any setting."""
    root = copied_project(tmp_path_factory.mktemp("small") / "project", FILES)
    done = archive(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    return root


def pages(site: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """Every page by its path, parsed."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), lxml.html.document_fromstring(path.read_bytes())


def test_mkdocs_gives_the_same_site_without_a_warning(built_project: Path, tmp_path: Path) -> None:
    """`mkdocs build --strict` of this archive prints no warning, and its files are those of `archive build`, byte for byte."""
    done = mkdocs(
        built_project,
        "build",
        "--strict",
        "--site-dir",
        str(tmp_path / "site"),
        SITE_URL=SITE_URL,
        REPOSITORY_URL=REPOSITORY_URL,
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert done.returncode == 0
    assert [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO ")] == []
    assert digests(tmp_path / "site") == digests(built_project / "site")


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
        {"SOURCE_DATE_EPOCH": "0"},
    ],
    ids=["one machine", "another", "another day"],
)
def test_the_same_records_give_the_same_bytes_anywhere(small: Path, tmp_path: Path, settings: dict[str, str]) -> None:
    """Neither the machine's seed, time zone and language nor the day of the build shows in any file."""
    root = shutil.copytree(small, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("site", ".site.*"))
    assert archive(root, "build", **settings).returncode == 0
    assert digests(root / "site") == digests(small / "site")


def test_a_second_build_changes_nothing(small: Path, tmp_path: Path) -> None:
    """Building again writes no file and leaves nothing beside the site but what belongs to it."""
    done = archive(small, "build")
    assert done.stdout.splitlines()[0].endswith("; 0 written, 0 removed.")
    assert sorted(path.name for path in small.iterdir()) == [
        ".site.lock",
        ".site.manifest",
        "incidents",
        "mkdocs.yml",
        "site",
        "site_templates",
    ]


def test_verifying_tells_a_changed_file(tmp_path: Path) -> None:
    """`archive build --verify-only` names a file that is not as the build wrote it, and ends with 1."""
    root = copied_project(tmp_path / "project", FILES)
    assert archive(root, "build").returncode == 0
    before = archive(root, "build", "--verify-only")
    assert (before.returncode, before.stdout) == (0, "The site stands as the last build left it.\n")
    (root / "site" / "incidents" / "syn-0000002" / "index.html").write_text("changed", encoding="utf-8")
    after = archive(root, "build", "--verify-only")
    assert (after.returncode, after.stdout) == (1, "`incidents/syn-0000002/index.html` is not as the build wrote it.\n")


@pytest.mark.parametrize("command", [archive, mkdocs], ids=["archive", "mkdocs"])
def test_a_broken_record_stops_the_build_and_is_named(tmp_path: Path, command: object) -> None:
    """A build of records with an error ends with 1, names file and line, shows no traceback and touches no site."""
    root = copied_project(tmp_path / "project", FILES)
    assert archive(root, "build").returncode == 0
    before = digests(root / "site")
    record = root / "incidents" / "records" / "2024" / "number-3.md"
    record.write_text(record.read_text(encoding="utf-8").replace("type: strike", "type: strik"), encoding="utf-8")
    done = archive(root, "build") if command is archive else mkdocs(root, "build", "--strict")
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "--> incidents/records/2024/number-3.md:4:7" in told
    assert "Traceback" not in told
    assert digests(root / "site") == before


def test_data_of_a_local_build_name_no_local_address(small: Path) -> None:
    """Without SITE_URL, data and feed give this site's addresses as paths, never as those of the machine it was built on."""
    site = small / "site"
    data = [path for path in digests(site) if path.endswith((".json", ".jsonl", ".csv")) or path == "feed.xml"]
    assert {"feed.xml", "data/incidents.csv", "incidents/syn-0000001/incident.json"} <= set(data)
    assert [path for path in data if b"127.0.0.1" in (site / path).read_bytes()] == []
    assert (
        json.loads((site / "incidents/syn-0000001/incident.json").read_bytes())["derived"]["url"]
        == "incidents/syn-0000001/"
    )
    links = [link.get("href") for link in lxml.etree.parse(site / "feed.xml").iter(f"{ATOM}link")]
    assert links[:2] == ["feed.xml", "./"]
    assert [link for link in links if not served_path(site, (link or "").removeprefix("./")).is_file()] == []


def test_the_archives_title_is_escaped_once(tmp_path: Path) -> None:
    """Signs of markup in the archive's title stand as written wherever the frame shows it, and nowhere as a second escape."""
    title = 'Synthetic ships & "harbours" <1> &amp; 2'
    files = {**FILES, "archive.yml": FILES["archive.yml"].replace("Synthetic archive", f"'{title}'", 1)}
    root = copied_project(tmp_path / "project", files)
    done = archive(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    own = {"": title, "404.html": f"Page not found - {title}", "sources/": f"Sources - {title}"}
    for address, tab in own.items():
        path = served_path(root / "site", address)
        page = lxml.html.document_fromstring(path.read_bytes())
        shown = {
            "tab": page.xpath("string(//title)"),
            "feed": page.xpath("string(//link[@rel='alternate'][@type='application/atom+xml']/@title)"),
            "header": page.xpath("normalize-space(//header//a[@class='site-name'])"),
            "footer": page.xpath("normalize-space(//footer//p)").partition(". Every")[0],
        }
        assert shown == {"tab": tab, "feed": title, "header": title, "footer": title}
        assert b"&amp;amp;amp;" not in path.read_bytes()


def test_every_address_begins_with_the_sites_own(site: Path) -> None:
    """Canonical links, the sitemap and the feed name each page by its address below SITE_URL."""
    paths = {path for path, _ in pages(site)} - {"404.html"}
    addresses = {SITE_URL + path.removesuffix("index.html") for path in paths}
    assert {
        page.xpath("string(//link[@rel='canonical']/@href)") for path, page in pages(site) if path in paths
    } == addresses
    sitemap = lxml.etree.parse(site / "sitemap.xml")
    assert {entry.text for entry in sitemap.iter(f"{SITEMAP}loc")} <= addresses
    feed = lxml.etree.parse(site / "feed.xml")
    told = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert told != []
    assert [address for address in told if not (address or "").startswith(SITE_URL)] == []


def test_the_sitemap_leads_to_every_page_that_stands(site: Path) -> None:
    """The sitemap names every page, and none twice."""
    entries = [entry.text or "" for entry in lxml.etree.parse(site / "sitemap.xml").iter(f"{SITEMAP}loc")]
    assert sorted(entries) == sorted(
        SITE_URL + path.removesuffix("index.html") for path, _ in pages(site) if path != "404.html"
    )


def test_the_sitemap_gives_no_day_of_a_build(built_project: Path, site: Path) -> None:
    """The sitemap's day for an incident is the day its record was last reviewed, and every other day is one of those."""
    read = read_archive(built_project / "incidents")
    linked = link(check(read, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records).incidents
    days = {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod")
        for entry in lxml.etree.parse(site / "sitemap.xml").iter(f"{SITEMAP}url")
    }
    latest = max(incident.reviewed for incident in linked.values())
    assert {key: days[f"{SITE_URL}incidents/{key}/"] for key in linked} == {
        key: incident.reviewed or latest for key, incident in linked.items()
    }
    assert set(days.values()) <= {incident.reviewed for incident in linked.values()}


def test_links_inside_the_site_are_relative_and_arrive(site: Path) -> None:
    """Under a path below its host, every link of the site to itself stays below that path and leads to a file."""
    wrong = []
    for path, page in pages(site):
        if path == "404.html":
            continue
        here = SITE_URL + path.removesuffix("index.html")
        for target in page.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //script/@src | //img/@src"):
            if urlsplit(target).scheme and not target.startswith(SITE_URL):
                continue
            arrived = urljoin(here, target).partition("#")[0]
            inside = arrived.removeprefix(SITE_URL)
            if target.startswith("/") or not arrived.startswith(SITE_URL) or not served_path(site, inside).is_file():
                wrong.append((path, target))
    assert wrong == []


def test_a_page_that_is_not_there_leads_back(site: Path) -> None:
    """The page shown for a wrong address works at any depth: its links are whole paths below the site's own."""
    page = lxml.html.document_fromstring((site / "404.html").read_bytes())
    links = [
        target
        for target in page.xpath("//a/@href | //link/@href | //script/@src")
        if not urlsplit(target).scheme and not target.startswith("#")
    ]
    below = urlsplit(SITE_URL).path
    assert [target for target in links if not target.startswith(below)] == []
    assert [
        target for target in links if not served_path(site, target.removeprefix(below).partition("#")[0]).is_file()
    ] == []


def test_every_record_page_leads_to_its_own_file(built_project: Path, site: Path) -> None:
    """The edit link of a page leads to the one file its record stands in; every record has one page a language that does."""
    files = {
        path.relative_to(built_project).as_posix()
        for path in (built_project / "incidents").rglob("*")
        if path.suffix in (".md", ".yml") and path.parent.name != "vocabulary" and path.name != "archive.yml"
    }
    edited: dict[str, list[str]] = {}
    for path, page in pages(site):
        for target in page.xpath("//a[contains(concat(' ', @rel, ' '), ' edit ')]/@href"):
            edited.setdefault(path, []).append(target.removeprefix(f"{REPOSITORY_URL}/edit/main/"))
    assert {path: len(targets) for path, targets in edited.items() if len(targets) != 1} == {}
    assert sorted(
        target for (target,) in edited.values() if target.startswith("incidents/") and target in files
    ) == sorted([*files, *files])
    raw = read_archive(built_project / "incidents", prefix="incidents").raw
    own = {f"incidents/{record.value['id']}/index.html": [record.path] for record in raw if record.kind == "incident"}
    assert {path: edited[path] for path in own} == own
    assert {path: edited[f"ar/{path}"] for path in own} == own


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "timeline/index.html",
        "incidents/index.html",
        "locations/index.html",
        "sources/index.html",
        "corrections/index.html",
    ],
)
def test_a_list_has_no_file_to_edit(site: Path, path: str) -> None:
    """A page that is made from many records offers no file to edit."""
    page = lxml.html.document_fromstring((site / path).read_bytes())
    assert page.xpath("//a[contains(@href, '/edit/')]/@href") == []


def test_addresses_are_apart_on_every_disk(site: Path) -> None:
    """No two files of the site differ only in the case of their letters."""
    paths = [posixpath.normpath(path).casefold() for path in digests(site)]
    assert len(paths) == len(set(paths))
