"""The site that is fetched: pages of a town's portal on many addresses of this machine, each answer after 50 ms.

python server.py HOSTS      prints the port once it listens; ends when its input is closed
"""

import asyncio
import sys

LATENCY = 0.05  # seconds
SENTENCE = "第{}项，全县各项工作稳步推进，完成投资{}.5亿元，增长百分之六，群众生活持续改善，重点项目加快建设。"
MENU = "".join(f'<li><a href="/list/{n}/">栏目{n}</a></li>' for n in range(60))
ROBOTS = b"User-agent: *\nDisallow: /admin/\nDisallow: /*?print=\nSitemap: http://town.example/sitemap.xml\n"


def page(path: str) -> bytes:
    """About 20 kB, other text at every path."""
    title = f"在全县工作会议上的讲话{path}"
    paragraphs = "".join(f"<p>{''.join(SENTENCE.format(n, m) for m in range(8))}</p>\n" for n in range(16))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><ul>{MENU}</ul>'
        f"<h1>{title}</h1><p>发布时间：2024-03-05</p><div class='content'>{paragraphs}</div></body></html>"
    ).encode()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The requests of one connection, one after the other."""
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("latin-1")
            body = ROBOTS if path == "/robots.txt" else page(path)
            kind = "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8"
            await asyncio.sleep(LATENCY)
            head_lines = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head_lines.encode() + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main(hosts: int) -> None:
    """One port on 127.0.0.1 … 127.0.0.HOSTS."""
    first = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = first.sockets[0].getsockname()[1]
    for number in range(2, hosts + 1):
        await asyncio.start_server(serve, f"127.0.0.{number}", port)
    print(port, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
