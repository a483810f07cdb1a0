"""Scrapy's client, in an environment of its own: one request at a time to a host, no delay, robots.txt obeyed.

It keeps what any user of such pages keeps: the body under its SHA-256, and a line about it.

    python scrapy_client.py PORT HOSTS PAGES FOLDER      prints {"pages", "seconds", "cpu"}
"""

import hashlib
import json
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import scrapy
from scrapy import signals
from scrapy.crawler import CrawlerProcess

SETTINGS = {
    "USER_AGENT": "Jianghua-benchmark (+team@example.org)",
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.DownloaderAwarePriorityQueue",  # keeps all hosts busy
    "AUTOTHROTTLE_ENABLED": False,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
}


class Towns(scrapy.Spider):
    """Fetches the pages and counts from the first request to the last answer: start-up is not measured."""

    name = "towns"

    def __init__(self, port, hosts, pages, folder, **more):
        super().__init__(**more)
        self.port, self.hosts, self.pages, self.folder = port, hosts, pages, folder
        self.landed = 0

    @classmethod
    def from_crawler(cls, crawler, *args, **more):
        spider = super().from_crawler(crawler, *args, **more)
        crawler.signals.connect(spider.begin, signals.spider_opened)
        crawler.signals.connect(spider.end, signals.spider_closed)
        return spider

    async def start(self):
        for page in range(self.pages):
            for number in range(1, self.hosts + 1):
                yield scrapy.Request(f"http://127.0.0.{number}:{self.port}/page/{page}.html")

    def parse(self, response):
        sha256 = hashlib.sha256(response.body).hexdigest()
        target = self.folder / "raw" / sha256[:2] / sha256[2:4] / sha256
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(response.body)
        self.landed += 1
        yield {
            "url": response.url,
            "status": response.status,
            "sha256": sha256,
            "length": len(response.text),
            "headers": {key.decode(): value[0].decode("latin-1") for key, value in response.headers.items()},
        }

    def begin(self, spider):
        self.started, self.cpu = time.monotonic(), cpu_seconds()

    def end(self, spider):
        took = {"pages": self.landed, "seconds": time.monotonic() - self.started, "cpu": cpu_seconds() - self.cpu}
        print(json.dumps(took))


def cpu_seconds():
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def main(port, hosts, pages, folder):
    feeds = {str(folder / "pages.jsonl"): {"format": "jsonlines"}}
    process = CrawlerProcess({**SETTINGS, "CONCURRENT_REQUESTS": hosts, "FEEDS": feeds})
    process.crawl(Towns, port=port, hosts=hosts, pages=pages, folder=folder)
    process.start()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]), Path(sys.argv[4]))
