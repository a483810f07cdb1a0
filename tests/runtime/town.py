"""A small town's site on 127.0.0.1: a listing, its pages, and whatever answer a test puts at a path."""

import hashlib
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PARAGRAPH = "2023年，全县粮食产量12.5万吨，增长3.1%。我们要继续抓好春耕备耕工作，保障粮食安全，促进农民增收。"


class Town:
    """Answers by path: (status, body); 404 for everything else. `hits` counts the requests by path."""

    def __init__(self):
        self.answers = {"/robots.txt": (404, "")}
        self.hits = Counter()
        self.journal = []  # (path, status)
        self.validators = False  # whether pages have an ETag
        town = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an ACK

            def do_GET(self):
                town.hits[self.path] += 1
                status, text = town.answers.get(self.path, (404, "nothing here"))
                body = text.encode()
                etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if town.validators and status == 200 else None
                if etag and self.headers["If-None-Match"] == etag:
                    status, body = 304, b""
                town.journal.append((self.path, status))
                self.send_response(status)
                if etag:
                    self.send_header("ETag", etag)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def host(self):
        return f"127.0.0.1:{self.server.server_port}"

    def publish(self, days, per_page=31):
        """A page a day of March 2024, and the listing that shows them, newest first, `per_page` to a listing page."""
        days = sorted(days, reverse=True)
        cuts = [days[start : start + per_page] for start in range(0, len(days), per_page)]
        pager = "".join(f'<a href="/jianghua/index{f"_{n}" if n else ""}.html">{n + 1}</a>' for n in range(len(cuts)))
        for number, shown in enumerate(cuts):
            rows = ""
            for day in shown:
                rows += f'<li><a href="/jianghua/{day}.html">在第{day}次全县工作会议上的讲话</a>'
                rows += f"<span>2024-03-{day:02}</span></li>\n"
                self.answers[f"/jianghua/{day}.html"] = (200, page(day))
            path = f"/jianghua/index_{number}.html" if number else "/jianghua/"
            text = f"<html><body><ul>\n{rows}</ul>{pager if len(cuts) > 1 else ''}</body></html>"
            self.answers[path] = (200, text)

    def describe(self, folder, **fields):
        """Write the source file into `folder`."""
        data = {
            "name": "town",
            "title": "某县人民政府",
            "base_url": f"http://{self.host}/",
            "platform": "numbered_listing",
            "sections": "[/jianghua/]",
            "first_date": "2024-01-01",
            "minimum_entries": 1,
            "delay_seconds": 0,
            "contact": "team@example.org",
            "allow_hosts": f'["{self.host}"]',
            **fields,
        }
        (folder / "town.yaml").write_text("".join(f"{name}: {value}\n" for name, value in data.items()))

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def page(day):
    title = f"在第{day}次全县工作会议上的讲话"
    paragraphs = "".join(f"<p>第{n}项。{PARAGRAPH}</p>" for n in range(1, 4))
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f"<p>2024-03-{day:02}</p><div class='content'><p>同志们：</p>{paragraphs}<p>谢谢大家。</p></div></body></html>"
    )
