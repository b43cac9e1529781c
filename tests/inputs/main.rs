//! Every kind of input, through the command: pages, documents, feeds, manifests, addresses, revisions.

#[cfg(unix)]
mod action;
mod addresses;
mod check;
mod check_assertions;
mod check_baseline;
mod check_config;
mod check_folders;
mod check_forms;
mod check_ignores;
mod check_many;
mod documents;
mod folder;
#[cfg(unix)]
mod hooks;
mod origins;
mod revisions;
mod server;
