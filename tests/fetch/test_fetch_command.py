import json

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"


def test_prints_an_outcome_for_each_url(site, capsys, tmp_path, monkeypatch):
    from include.fetch.command import main

    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    site.answers["/page"] = (200, {}, BODY.encode())
    argv = [site.url("/page"), site.url("/none"), "--allow", site.host, "--contact", "a@b.org", "--delay", "0"]
    assert main(argv) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["outcome"], row["reason"]) for row in rows] == [("fetched", None), ("failed", "http_404")]
    assert len(rows[0]["body_sha256"]) == 64
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_address_is_complained_of_and_the_rest_runs(site, capsys):
    from include.fetch.command import main

    argv = ["mailto:a@b.org", site.url("/none"), "--allow", site.host, "--contact", "a@b.org", "--delay", "0"]
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("mailto:a@b.org: no web address")
    assert json.loads(captured.out)["reason"] == "http_404"


def test_nobody_contacts_a_private_host_without_naming_it(site, capsys):
    from include.fetch.command import main

    assert main([site.url("/page"), "--contact", "a@b.org"]) == 0
    assert json.loads(capsys.readouterr().out)["reason"] == "blocked_address"
    assert site.journal == []


def test_a_contact_that_is_none_is_refused(site, capsys):
    from include.fetch.command import main

    assert main([site.url("/page"), "--contact", "me"]) == 2
    assert "contact" in capsys.readouterr().err
