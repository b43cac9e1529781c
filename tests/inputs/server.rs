//! A server on this machine that behaves as badly as servers do.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::folder::BODY;

/// Answers by path until the test ends.
pub(crate) struct Server {
    port: u16,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || {
                    // who asked may have gone
                    let _ = answer(stream, port);
                });
            }
        });
        Self { port }
    }

    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn answer(stream: TcpStream, port: u16) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let path = line.split(' ').nth(1).unwrap_or("/").to_owned();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
    }
    let mut out = stream;
    let page = format!(
        "<html><body><h1>Fire at the mill</h1><p>{BODY}</p><p>Repairs will cost \u{a3}5 million, the caf\u{e9} said.</p></body></html>"
    );
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    match path.as_str() {
        "/good" => whole(&mut out, "200 OK", html, page.as_bytes()),
        "/text" => whole(
            &mut out,
            "200 OK",
            "Content-Type: text/plain\r\n",
            BODY.as_bytes(),
        ),
        "/latin" => {
            let bytes: Vec<u8> = page
                .chars()
                .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
                .collect();
            whole(
                &mut out,
                "200 OK",
                "Content-Type: text/html; charset=iso-8859-1\r\n",
                &bytes,
            )
        }
        "/wrong-charset" => whole(
            &mut out,
            "200 OK",
            "Content-Type: text/html; charset=utf-16\r\n",
            page.as_bytes(),
        ),
        "/unknown-charset" => whole(
            &mut out,
            "200 OK",
            "Content-Type: text/html; charset=klingon\r\n",
            page.as_bytes(),
        ),
        "/packed" => whole(
            &mut out,
            "200 OK",
            &format!("{html}Content-Encoding: gzip\r\n"),
            &packed(page.as_bytes())?,
        ),
        "/bomb" => {
            let zeros = vec![b' '; 64 << 20];
            whole(
                &mut out,
                "200 OK",
                &format!("{html}Content-Encoding: gzip\r\n"),
                &packed(&zeros)?,
            )
        }
        "/broken-pack" => whole(
            &mut out,
            "200 OK",
            &format!("{html}Content-Encoding: gzip\r\n"),
            b"not packed at all",
        ),
        "/missing" => whole(&mut out, "404 Not Found", html, page.as_bytes()),
        "/closed" => whole(&mut out, "403 Forbidden", html, page.as_bytes()),
        "/broken" => whole(&mut out, "503 Service Unavailable", html, b"x"),
        "/empty" => whole(&mut out, "200 OK", html, b""),
        "/picture" => whole(
            &mut out,
            "200 OK",
            "Content-Type: image/png\r\n",
            b"\x89PNG",
        ),
        "/moved" => whole(
            &mut out,
            "301 Moved Permanently",
            &format!("Location: http://127.0.0.1:{port}/good\r\n"),
            b"",
        ),
        "/loop" => whole(&mut out, "302 Found", "Location: /loop\r\n", b""),
        "/nowhere" => whole(&mut out, "302 Found", "", b""),
        "/other-scheme" => whole(
            &mut out,
            "302 Found",
            "Location: file:///etc/passwd\r\n",
            b"",
        ),
        "/short" => {
            write!(
                out,
                "HTTP/1.1 200 OK\r\n{html}Content-Length: 100000\r\n\r\n<p>Six"
            )?;
            out.flush()
        }
        "/no-length" => {
            write!(
                out,
                "HTTP/1.1 200 OK\r\n{html}Connection: close\r\n\r\n{page}"
            )?;
            out.flush()
        }
        "/endless" => {
            write!(out, "HTTP/1.1 200 OK\r\n{html}Connection: close\r\n\r\n")?;
            let block = [b'a'; 1 << 16];
            loop {
                out.write_all(&block)?;
            }
        }
        "/endless-head" => {
            write!(out, "HTTP/1.1 200 OK\r\n")?;
            loop {
                write!(out, "X-More: {}\r\n", "a".repeat(1000))?;
            }
        }
        "/silent" => {
            thread::sleep(Duration::from_secs(60));
            Ok(())
        }
        "/no-http" => {
            out.write_all(b"\x16\x03\x01 what is this\r\n\r\n")?;
            out.flush()
        }
        // hangs up
        _ => Ok(()),
    }
}

fn whole(out: &mut TcpStream, status: &str, headers: &str, body: &[u8]) -> std::io::Result<()> {
    write!(
        out,
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    out.write_all(body)?;
    out.flush()
}

fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}
