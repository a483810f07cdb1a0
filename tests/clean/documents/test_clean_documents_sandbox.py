"""Documents are read in a process of their own, which ends at its limits."""

import zlib

import pytest
from made_documents import Placed, docx, paragraph, pdf
from made_documents import _file as file_of

from include.clean.documents import read_document
from include.clean.documents.sandbox import NEEDED, Budget
from include.errors import BadPageError

TITLE = "在全区农业工作会议上的讲话"


def packed(unit, megabytes):
    """A page whose content swells to so many megabytes: one packed block, said over and over."""
    packer = zlib.compressobj(9)
    blocks = [packer.compress(unit * (1 << 19)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2)]
    content = blocks[0] + blocks[1] * (2 * megabytes - 1) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content)
    return file_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, stream], ""
    )


def nested_calls():
    """A form that draws itself twice, through another name each time."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    inside = [
        f"<< {form} /Resources << /XObject << /A {n + 1} 0 R >> >> /Length 11 >>".encode()
        + b"\nstream\n/A Do /A Do\nendstream"
        for n in range(4, 40)
    ]
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>"
    )
    return file_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, *inside], ""
    )


@pytest.mark.parametrize("body", [pdf([[Placed(90, 700, TITLE)]]), docx(paragraph(TITLE))], ids=["pdf", "docx"])
def test_a_document_is_read_in_a_child(body):
    assert read_document(body).text == TITLE


@pytest.mark.parametrize(
    ("body", "budget", "reason"),
    [
        pytest.param(packed(b" ", 400), Budget(megabytes=256), "too_large", id="D1 a stream that swells"),
        pytest.param(nested_calls(), Budget(cpu_seconds=1), "too_large", id="D3 forms that call each other"),
        pytest.param(pdf([[Placed(90, 700, TITLE)]]), Budget(seconds=0.0), "too_large", id="no time"),
        pytest.param(b"%PDF-1.7 and no more", Budget(), "unreadable_document", id="D12 a PDF by its name only"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Budget(), "unsupported_type", id="D12 DOC"),
    ],
)
def test_a_hostile_document_costs_no_more_than_its_budget(body, budget, reason):
    with pytest.raises(BadPageError) as caught:
        read_document(body, budget)
    assert caught.value.reason == reason


def test_the_child_knows_nothing_of_the_workers_environment(monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", "secret")
    seen = {}

    def popen(command, **more):
        seen.update(more)
        raise OSError("enough")

    monkeypatch.setattr("include.clean.documents.sandbox.subprocess.Popen", popen)
    with pytest.raises(OSError, match="enough"):
        read_document(docx(paragraph(TITLE)))
    assert set(seen["env"]) <= set(NEEDED)


def test_a_reader_that_does_not_run_is_no_fault_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("include.clean.documents.sandbox.ROOT", tmp_path)
    with pytest.raises(RuntimeError, match=r"does not run: status 1: .*No module named"):
        read_document(docx(paragraph(TITLE)))


def test_a_reader_that_crashes_is_the_files_fault(monkeypatch):
    monkeypatch.setattr("include.clean.documents.sandbox._run", lambda *args: -11)
    with pytest.raises(BadPageError, match="status -11") as caught:
        read_document(docx(paragraph(TITLE)))
    assert caught.value.reason == "unreadable_document"


def test_d6_no_document_brings_in_what_no_reader_sees():
    unseen = "同志们\u202e：今天\u200b召开\u2066会议\xad。"
    document = read_document(docx(paragraph(f"{TITLE}\ufeff") + paragraph(unseen)))
    assert document.text == f"{TITLE}\n同志们：今天召开会议。"
    assert document.title == TITLE
