//! One story on all cores.
//!
//! A thread of a pool has a story of its own (`batch`, `check`), and so have the others: on such a thread all is done one by one. Were it
//! shared out there as well, a thread that waits for its parts would take up the next story meanwhile, and on that the next.

use rayon::prelude::*;

/// What `each` makes of the items, in their order.
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, each: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    if rayon::current_thread_index().is_some() {
        items.into_iter().map(each).collect()
    } else {
        items.into_par_iter().map(each).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_and_pools_are_not_shared_out_further() {
        let squares: Vec<usize> = (0..1000).map(|n| n * n).collect();
        assert_eq!(map((0..1000).collect(), |n| n * n), squares);
        assert!(map(Vec::<usize>::new(), |n| n).is_empty());
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build();
        let own = pool.expect("threads").install(|| {
            let here = std::thread::current().id();
            map((0..1000).collect(), |_: usize| {
                std::thread::current().id() == here
            })
        });
        assert!(own.into_iter().all(|same| same));
    }
}
