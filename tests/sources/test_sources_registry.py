from datetime import date

import pytest

from include.clean.rules import CleanRules
from include.errors import ConfigurationError
from include.sources.registry import get_source, load_sources, read_source

MINIMAL = """\
name: town
title: 某县人民政府
base_url: http://www.town.example
platform: numbered_listing
sections: [/jh/]
first_date: 2022-01-01
minimum_entries: 10
contact: team@example.org
"""


@pytest.fixture
def folder(tmp_path):
    def write(text, name="town.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_source_with_all_it_needs(folder):
    source = load_sources([folder(MINIMAL)])["town"]
    assert source.base_url == "http://www.town.example/"
    assert source.sections == ("/jh/",)
    assert (source.first_date, source.delay_seconds, source.official) == (date(2022, 1, 1), 2.0, False)
    assert source.user_agent == "Jianghua/0.1 (+team@example.org)"
    assert source.hosts == {"www.town.example:80", "www.town.example:443"}
    assert source.clean_rules == CleanRules()


def test_a_source_with_all_it_may_have(folder):
    more = """\
official: true
encoding: gb18030
delay_seconds: 5
allow_hosts: ["img.town.example:80", "127.0.0.1:8080"]
rows: ul.list li
clean: {content: "#zoom", drop: [.share, .related]}
"""
    source = load_sources([folder(MINIMAL + more)])["town"]
    assert source.clean_rules == CleanRules(content="#zoom", drop=(".share", ".related"))
    assert "127.0.0.1:8080" in source.hosts


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param("name: Town", r"town\.yaml:1: name: ", id="name"),
        pytest.param("base_url: www.town.example", r"town\.yaml:3: base_url: no web address", id="no scheme"),
        pytest.param(
            "platform: wordpress", r"town\.yaml:4: platform: no platform 'wordpress'; there are", id="platform"
        ),
        pytest.param("sections: []", r"town\.yaml:5: sections: ", id="no sections"),
        pytest.param("sections: [//other/list/]", r"section '//other/list/' leads to other:80", id="section elsewhere"),
        pytest.param("first_date: 2022-13-01", r"town\.yaml:6: first_date: ", id="no date"),
        pytest.param("minimum_entries: -1", r"town\.yaml:7: minimum_entries: ", id="negative"),
        pytest.param("contact: me", r"town\.yaml:8: contact: must be an e-mail address or a URL", id="contact"),
        pytest.param("contact: 联系人@example.org", r"town\.yaml:8: contact: ", id="a contact no header can carry"),
        pytest.param(
            "allow_hosts: [town.example]", r"town\.yaml:9: allow_hosts: 'town.example' is not host:port", id="no port"
        ),
        pytest.param("encoding: gb99", r"town\.yaml:9: encoding: unknown encoding", id="encoding"),
        pytest.param("only: '(['", r"town\.yaml:9: only: no regular expression", id="pattern"),
        pytest.param("rows: 'ul['", r"town\.yaml:9: rows: no CSS selector", id="selector"),
        pytest.param("colour: red", r"town\.yaml:9: colour: no such field; there are name, ", id="unknown field"),
        pytest.param("minimum: 3", r"minimum: no such field; do you mean minimum_entries\?", id="half a field"),
        pytest.param(
            "delay_second: 3", r"delay_second: no such field; do you mean delay_seconds\?", id="a slip in a field"
        ),
        pytest.param(
            "clean: {contents: p}", r"town\.yaml:9: clean\.contents: .*do you mean content\?", id="a slip in a selector"
        ),
        pytest.param("hours: {start: '22:00'}", r"town\.yaml:9: hours\.end: Field required", id="hours without an end"),
        pytest.param(
            "unverified_tls: {until: 2027-01-01}", r"unverified_tls\.reason: Field required", id="TLS without a reason"
        ),
        pytest.param(
            "json_fields: {items: a, title: b, url: c}",
            r"json_fields belongs to the platform",
            id="fields of another platform",
        ),
        pytest.param("platform: json_listing", r"json_listing, and that needs it", id="no json_fields"),
        pytest.param(
            "title: ${NO_SUCH_NAME}",
            r"town\.yaml:2: title: the environment has no variable NO_SUCH_NAME",
            id="variable",
        ),
        pytest.param("title: a\ntitle: b", r"town\.yaml:3: no YAML: title stands there twice", id="twice"),
        pytest.param("sections: [/a", r"town\.yaml:\d+: no YAML: ", id="YAML"),
    ],
)
def test_e10_an_error_names_the_file_the_line_the_field_and_the_reason(folder, line, complaint):
    field = line.partition(":")[0]
    lines = MINIMAL.splitlines()
    changed = [line if old.startswith(f"{field}:") else old for old in lines]
    text = "\n".join(changed if changed != lines else [*lines, line])
    with pytest.raises(ConfigurationError, match=complaint):
        load_sources([folder(text)])


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param("- a", id="list"), pytest.param("a", id="word")]
)
def test_a_file_that_is_no_mapping(folder, text):
    with pytest.raises(ConfigurationError, match=r"town\.yaml: must be a mapping"):
        load_sources([folder(text)])


def test_a_missing_field_is_named(folder):
    with pytest.raises(ConfigurationError, match=r"town\.yaml: contact: Field required"):
        load_sources([folder(MINIMAL.replace("contact", "# contact"))])


def test_bytes_that_are_no_utf8(tmp_path):
    (tmp_path / "town.yaml").write_bytes("title: 讲话".encode("gbk"))
    with pytest.raises(ConfigurationError, match=r"town\.yaml: .*utf-8"):
        load_sources([tmp_path])


def test_two_files_of_one_name_are_both_named(folder):
    folder(MINIMAL)
    with pytest.raises(ConfigurationError, match=r"'town' stands in two files: .*other\.yaml and .*town\.yaml"):
        load_sources([folder(MINIMAL, "other.yaml")])


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ConfigurationError, match=r"no folder of sources: .*nowhere"):
        load_sources([tmp_path / "nowhere"])


def test_disabled_sources_are_left_out_unless_asked_for(folder):
    where = folder(MINIMAL + "enabled: false\n")
    assert load_sources([where]) == {}
    assert list(load_sources([where], with_disabled=True)) == ["town"]
    assert get_source("town", [where]).enabled is False


def test_an_unknown_name_is_answered_with_the_known_ones(folder):
    with pytest.raises(ConfigurationError, match="no source 'city'; there are town"):
        get_source("city", [folder(MINIMAL)])


def test_variables_are_filled_in(folder, monkeypatch):
    monkeypatch.setenv("TOWN_PORT", "8099")
    text = MINIMAL.replace("http://www.town.example", "http://127.0.0.1:${TOWN_PORT}")
    text += 'allow_hosts: ["127.0.0.1:${TOWN_PORT}"]\nenabled: ${TOWN_ON:-true}\nencoding: ${TOWN_CODE:-gbk}\n'
    source = read_source(folder(text) / "town.yaml")
    assert (source.base_url, source.allow_hosts) == ("http://127.0.0.1:8099/", ("127.0.0.1:8099",))
    assert (source.enabled, source.encoding) == (True, "gbk")


def test_folders_come_from_the_settings(folder, monkeypatch):
    monkeypatch.setenv("JIANGHUA_SOURCES", str(folder(MINIMAL)))
    assert "town" in load_sources()


def test_the_bundled_sources_are_valid():
    for source in load_sources(with_disabled=True).values():
        assert source.minimum_entries > 0
