//! Web addresses, through ureq: bounded in time, size and redirects, and kept away from private networks.

mod guard;

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};

use super::error::Problem;
use super::{Fetched, LARGEST, ReadOptions};
use guard::Guard;

/// Longest that one address may take, redirects and all.
const LONGEST: Duration = Duration::from_secs(20);
/// Longest that connecting may take.
const LONGEST_CONNECT: Duration = Duration::from_secs(8);
/// Most redirects that are followed.
const MOST_REDIRECTS: u32 = 5;

const USER_AGENT: &str = concat!(
    "storydiff/",
    env!("CARGO_PKG_VERSION"),
    " (compares news reports; run by a person)"
);
const ACCEPT: &str =
    "text/html, text/plain, text/markdown, application/xhtml+xml, application/pdf;q=0.8, */*;q=0.5";

/// Fetches an address.
pub(super) fn fetch(address: &str, options: &ReadOptions) -> Result<Fetched, Problem> {
    // a proxy stands in a private network as a rule, and what it reaches cannot be checked from here
    let proxy = if options.allow_private {
        Proxy::try_from_env()
    } else {
        None
    };
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .timeout_connect(Some(LONGEST_CONNECT))
        .max_redirects(MOST_REDIRECTS)
        .http_status_as_error(false)
        .save_redirect_history(true)
        .proxy(proxy)
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .build();
    let agent = Agent::with_parts(
        config,
        DefaultConnector::default(),
        Guard::new(options.allow_private),
    );
    let mut response = agent.get(address).call().map_err(|error| problem(&error))?;
    let status = response.status();
    if !status.is_success() {
        let way = match status.as_u16() {
            401 | 402 | 403 | 451 => "open it in a browser, save the page and give the file",
            404 | 410 => "check the address",
            429 | 500.. => "try again later",
            _ => "open it in a browser and check the address",
        };
        return Err(Problem::Address(format!(
            "the server answered {status}; {way}"
        )));
    }
    let (media_type, charset) = content_type(&response);
    let url = ureq::ResponseExt::get_uri(&response).to_string();
    let bytes = response
        .body_mut()
        .with_config()
        .limit(LARGEST)
        .read_to_vec()
        .map_err(|error| problem(&error))?;
    let fetched = Fetched {
        bytes,
        media_type,
        charset,
        url: Some(url),
    };
    if let Some(folder) = &options.save {
        keep(folder, &fetched).map_err(|source| Problem::NotKept {
            folder: folder.to_string_lossy().into_owned(),
            source,
        })?;
    }
    Ok(fetched)
}

/// What is wrong, and what to do.
fn problem(error: &ureq::Error) -> Problem {
    use ureq::Error;
    let words = match error {
        Error::Timeout(_) => format!("did not answer within {} seconds; try again, or save the page in a browser", LONGEST.as_secs()),
        Error::HostNotFound => "no such host; check the address and the network".to_owned(),
        Error::ConnectionFailed => "cannot be reached; check the address and the network".to_owned(),
        Error::TooManyRedirects | Error::RedirectFailed => {
            format!("leads on more than {MOST_REDIRECTS} times, or nowhere; open it in a browser and give the last address")
        }
        Error::BodyExceedsLimit(_) => return Problem::TooLarge,
        Error::BadUri(reason) => format!("is no address that can be fetched ({reason}); write it as https://example.org/page"),
        Error::Http(reason) => format!("is no address that can be fetched ({reason}); write it as https://example.org/page"),
        Error::Io(error) if error.kind() == ErrorKind::PermissionDenied => {
            "is an address of this machine or of a private network; --allow-private fetches it all the same".to_owned()
        }
        Error::Io(error) if error.kind() == ErrorKind::TimedOut => "did not answer in time; try again".to_owned(),
        Error::Io(error) if is_unknown_host(error) => "no such host; check the address and the network".to_owned(),
        other => format!("cannot be fetched ({other}); open it in a browser, save the page and give the file"),
    };
    Problem::Address(words)
}

fn is_unknown_host(error: &std::io::Error) -> bool {
    let words = error.to_string();
    words.contains("failed to lookup address") || words.contains("Name or service not known")
}

/// Media type and encoding, as the server gives them.
fn content_type(response: &Response<Body>) -> (Option<String>, Option<String>) {
    let written = response
        .headers()
        .get("content-type")
        .and_then(|value| value.to_str().ok());
    let Some(written) = written else {
        return (None, None);
    };
    let mut parts = written.split(';');
    let media_type = parts
        .next()
        .map(|kind| kind.trim().to_lowercase())
        .filter(|kind| !kind.is_empty());
    let charset = parts
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, value)| value.trim().trim_matches('"').to_owned());
    (media_type, charset)
}

/// Writes what was fetched into a folder, under a name made of its address.
fn keep(folder: &Path, fetched: &Fetched) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let url = fetched.url.as_deref().unwrap_or_default();
    std::fs::write(
        folder.join(file_name(url, fetched.media_type.as_deref())),
        &fetched.bytes,
    )
}

/// `https://www.example.org/a/fire?x=1` -> `www.example.org-a-fire-x-1.html`
fn file_name(url: &str, media_type: Option<&str>) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let mut name = String::new();
    for c in rest.chars().take(120) {
        if c.is_ascii_alphanumeric() || c == '.' || c == '_' {
            name.push(c);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_matches(['-', '.']);
    let ending = match media_type {
        Some("text/plain") => ".txt",
        Some("application/pdf") => ".pdf",
        Some("text/markdown") => ".md",
        Some("application/rss+xml") => ".rss",
        Some("application/atom+xml") => ".atom",
        _ => ".html",
    };
    if name.ends_with(ending) {
        name.to_owned()
    } else {
        format!("{name}{ending}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_kept_pages_stay_in_their_folder() {
        for (url, media_type, name) in [
            (
                "https://www.example.org/a/fire?x=1",
                Some("text/html"),
                "www.example.org-a-fire-x-1.html",
            ),
            (
                "https://example.org/../../etc/passwd",
                None,
                "example.org-..-..-etc-passwd.html",
            ),
            (
                "http://example.org/a.pdf",
                Some("application/pdf"),
                "example.org-a.pdf",
            ),
        ] {
            assert_eq!(file_name(url, media_type), name);
            assert!(!name.contains('/'));
        }
    }
}
