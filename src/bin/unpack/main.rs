//! Unpacks what the portable page holds: a WASM of two kilobytes, since no browser's own way packs as densely. On other
//! targets it only says so. `public/portable.js` calls it.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

#[cfg(target_arch = "wasm32")]
mod lzma;

/// Reads `n_packed` bytes at `packed` and writes `n_out` at `out`; whether they were what they should be.
///
/// # Safety
/// The caller owns both stretches of memory, behind what the module has for itself, and they do not overlap.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "the caller is JavaScript, which knows places in memory only")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unpack(packed: *const u8, n_packed: usize, out: *mut u8, n_out: usize) -> bool {
    let (packed, out) =
        unsafe { (core::slice::from_raw_parts(packed, n_packed), core::slice::from_raw_parts_mut(out, n_out)) };
    lzma::unpack(packed, out).is_some()
}

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in the portable page: `cargo xtask build` makes it.");
    std::process::exit(2);
}
