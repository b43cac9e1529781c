//! Articles from web addresses, and servers that misbehave.

use std::fs;
use std::time::{Duration, Instant};

use crate::folder::{BODY, Folder};
use crate::server::Server;

#[test]
fn what_a_server_gives_is_read() {
    let folder = Folder::new();
    let server = Server::start();
    for path in [
        "/good",
        "/latin",
        "/wrong-charset",
        "/unknown-charset",
        "/packed",
        "/moved",
        "/no-length",
    ] {
        let address = server.address(path);
        let article = folder.article(&["--allow-private", &address]);
        let text = article["text"].as_str().expect("a text");
        assert!(
            text.starts_with("Fire at the mill\n\nSix guards"),
            "{path}: {text}"
        );
        assert!(
            text.ends_with("\u{a3}5 million, the caf\u{e9} said."),
            "{path}: {text}"
        );
        assert!(
            article["url"]
                .as_str()
                .is_some_and(|url| url.starts_with("http://127.0.0.1:")),
            "{article}"
        );
        assert_eq!(
            article["label"],
            address[7..].split('/').next().expect("a host"),
            "{path}"
        );
    }
    assert_eq!(
        folder.article(&["--allow-private", &server.address("/text")])["text"],
        BODY
    );
    let compared = folder.run(&[
        "--allow-private",
        &server.address("/good"),
        &server.address("/text"),
        "--format",
        "json",
    ]);
    assert_eq!(compared.code, 0, "{}", compared.err);
}

#[test]
fn what_was_fetched_is_kept_on_request() {
    let folder = Folder::new();
    let server = Server::start();
    folder.article(&[
        "--allow-private",
        "--save",
        "kept/pages",
        &server.address("/good"),
    ]);
    let names: Vec<String> = fs::read_dir(folder.path().join("kept/pages"))
        .expect("made")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert!(
        names.len() == 1 && names[0].ends_with("-good.html"),
        "{names:?}"
    );
    let kept = format!("kept/pages/{}", names[0]);
    assert!(
        folder.article(&[&kept])["text"]
            .as_str()
            .is_some_and(|text| text.starts_with("Fire at the mill"))
    );
}

#[test]
fn servers_that_misbehave_are_answered() {
    let folder = Folder::new();
    let server = Server::start();
    for (path, what) in [
        (
            "/missing",
            "the server answered 404 Not Found; check the address",
        ),
        (
            "/closed",
            "403 Forbidden; open it in a browser, save the page",
        ),
        ("/broken", "503 Service Unavailable; try again later"),
        ("/empty", "no article was found in this page"),
        ("/picture", "a picture cannot be read"),
        ("/loop", "leads on more than 5 times"),
        ("/nowhere", "open it in a browser"),
        ("/other-scheme", "fetched"),
        ("/bomb", "larger than 16 MiB"),
        ("/endless", "larger than 16 MiB"),
        ("/endless-head", "cannot be fetched"),
        ("/broken-pack", "cannot be fetched"),
        ("/short", "cannot be fetched"),
        ("/no-http", "cannot be fetched"),
        ("/hang-up", "cannot be fetched"),
    ] {
        let address = server.address(path);
        let message = folder.trouble(&["claims", "--allow-private", &address]);
        assert!(
            message.starts_with(&format!("storydiff: {address}: ")),
            "{message}"
        );
        assert!(message.contains(what), "{path}: {message}");
    }
}

#[test]
fn a_silent_server_is_given_up() {
    let folder = Folder::new();
    let server = Server::start();
    let start = Instant::now();
    let message = folder.trouble(&["claims", "--allow-private", &server.address("/silent")]);
    assert!(
        message.contains("did not answer within 20 seconds"),
        "{message}"
    );
    // the server would have kept it for a minute
    assert!(start.elapsed() < Duration::from_secs(50));
}

#[test]
fn private_networks_are_refused() {
    let folder = Folder::new();
    let server = Server::start();
    for address in [
        server.address("/good"),
        server.address("/good").replace("127.0.0.1", "localhost"),
        server.address("/good").replace("127.0.0.1", "[::1]"),
        server.address("/good").replace("127.0.0.1", "0.0.0.0"),
        server.address("/good").replace("127.0.0.1", "2130706433"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://10.0.0.1/".to_owned(),
    ] {
        let message = folder.trouble(&["claims", &address]);
        assert!(
            message.contains("--allow-private")
                || message.contains("no such host")
                || message.contains("is no address"),
            "{message}"
        );
        assert!(!message.contains("Fire"), "{message}");
    }
    for (address, what) in [
        ("http://", "fetched"),
        ("https://exa mple.org/", "fetched"),
        ("http://no-such-host.invalid/", "no such host"),
    ] {
        let message = folder.trouble(&["claims", address]);
        assert!(message.contains(what), "{message}");
    }
}
